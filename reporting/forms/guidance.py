"""What every form tells whoever fills it in, in the same words, whatever the program."""

TITLE = "Was-wordt lijst om in te vullen"
AID = "Deze lijst is een hulpmiddel om te praten en te verbeteren. Het is geen audit en geen juridisch advies."
FILLED_BEFORE = "Wat al bekend is, staat er al. Verbeter wat niet klopt en vul aan wat u weet."
IMPROVE = (
    "Wilt u iets verbeteren? Kies het gewenste niveau, en schrijf op wat u doet, wie het doet (een rol) en "
    "wanneer het klaar is."
)
NO_RESIDENTS = (
    "Schrijf niets op over inwoners: geen namen, geen geboortedatum en geen burgerservicenummer (BSN). Ook "
    "niet in een voorbeeld."
)
