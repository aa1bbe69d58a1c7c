"""The report and other files, and the house style of the organisation."""
