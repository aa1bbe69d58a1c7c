"""How the commands of `python -m reporting` are used, as somebody reads it."""

USAGE = """\
Gebruik:
  python -m reporting rapport INVOER.json UITVOER.docx [--sjabloon SJABLOON.docx] [--deel DEEL]
                      [--kort | --stap N] [--met-bijlagen] [--opmerkingen] [--paginanummers]
      Maakt het Word-rapport, met het standaardsjabloon of met een eigen sjabloon.
      DEEL is openbaar (het rapport; zonder bewijs en opmerkingen), intern (de interne bijlage met alle
      antwoorden), nota (bouwstenen voor een collegenota) of alles. Bij alles komen de interne bijlage en de
      nota naast het rapport, met -interne-bijlage en -collegenota achter de naam. Een sjabloon voor het rapport
      geeft ook de bijlage en de nota hun uiterlijk. --kort, --stap en --met-bijlagen gelden voor het openbare
      rapport. --met-bijlagen voegt toe hoe het is gemaakt en berekend, de bronnen en de begrippen. Het oude
      --zonder-bijlagen mag nog en verandert niets: zonder bijlagen is nu gewoon.
      --opmerkingen zet bij elke norm als opmerking van Word wat er bij het antwoord is opgemerkt en wat nog open
      is. Dat kan bij het openbare rapport, niet bij --kort. Zo'n rapport is voor intern gebruik.
      --paginanummers zet de nummers in de inhoudsopgave, met LibreOffice. Dat duurt enkele seconden. Lukt het
      niet, dan komt er een melding en is het rapport er zonder die nummers.
  python -m reporting rapport INVOER.json UITVOER.docx --deel verschil --eerder EERDER.json
                      [--sjabloon SJABLOON.docx] [--paginanummers]
      Maakt het rapport over wat er veranderde tussen twee rondes van dezelfde organisatie.
  python -m reporting acties INVOER.json UITVOER.xlsx
      Schrijft de actielijst als Excel; met een naam op .csv als CSV, op .ics als agendabestand met de datums.
      In Excel en CSV staan ook de namen van eigenaren en de notities.
  python -m reporting invullijst INVOER.json UITVOER.docx [--stap N | --kern] [--leeg]
      Maakt een was-wordt lijst om in te vullen in Word; met een naam op .xlsx in Excel. Met alle normen, met die
      van één stap, of met alleen de kern. Wat al bekend is, staat er al; met --leeg niet.
  python -m reporting score INVOER.json
      Toont de punten per norm, stap en thema als JSON.
  python -m reporting tabel INVOER.json UITVOER.xlsx
      Schrijft de antwoorden als Excel; met een naam op .csv als CSV.
  python -m reporting --help
      Toont deze uitleg.
Een bestand dat al bestaat, wordt vervangen zodra het nieuwe helemaal klaar is."""
