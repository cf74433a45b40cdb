# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Single words that tell a name from other words; folded as in ``lexer.fold``."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


# small words inside a name
PARTICLES = words(
    """
    't al ben bin d' da das de del della den der des di do dos du el het ibn la le
    les mac mc o' op te ten ter van vande vanden vander von zu
    """
)
# small words that show a sentence, not a name
SENTENCE = words(
    """
    aan alleen alles als andere anderen beheert bij daar dat deze die dit doen doet
    door dus enkel er for gaat gebruikt geeft haar hebben heeft help helpen helpt
    hier hij hoe hulp hun iets in is kan keer komt krijgt kunnen leeg maakt maal
    maar mag max mee meer mensen mijn min minder moet moeten mogen naar neemt
    niemand niet nog not om omdat onder ondersteund ondersteuning ondersteunt only
    ons onze ook over overige overigen personeelsleden personen persoon regelt rest
    steun taak taken te tegen the tijd tijdens to tussen uit via waar wanneer want
    wat weet wel werd worden zal zij zijn zonder zullen
    """
)
# things, never somebody, whatever the capitals
THINGS = words(
    """
    aandachtspunt aandachtspunten aankoop aankopen account accounts actie acties
    afspraak afspraken android apple aso avg back-up back-ups backup backups
    basisschool beamer beamers bedenking bedenkingen beheer beheren bekabeling
    beleid beleidsplan beschrijving beslist bestelling bestellingen bijlage bingel
    bord borden bron bso budget buo camera camera's campus chromebook chromebooks
    chromecast classroom cloud cluster commentaar competenties computer computerklas
    computerlokaal computers configuratie dag datum deadline digibord digiborden
    digisprong digitaal digitale document documenten doel doelen doelstelling domein
    drukker e-mail email evaluatie extra facebook finaliteit firewall frequentie
    gdpr gerealiseerd gimme google graad hardware helpdesk herstelling herstellingen
    huidige ict-beleid ict-lokaal ict-plan info informat informatie instagram
    installatie installaties internet intune inventaris ipad ipads jaar kabels klaar
    klas klassen kleuter kleuters kopieermachine kopieertoestel kost kosten
    kostprijs kso kt lager laptop laptops leerjaar leerlijn licentie licenties link
    links lokaal lokalen lt mail mails mandaat materiaal microsoft moodle motivatie
    nascholing nascholingen netwerk netwerken niveau nota notitie notities office
    office365 okan omschrijving onderhoud ondersteuning opleiding opleidingen
    opmerking opmerkingen opvolging overleg papier pc pc's pcs planning prijs
    printen printer printers prioriteit privacy programmeren project projecten
    questi resultaat robot robots scherm schermen scholen school secundair server
    servers site situatie sleutels smartboard smartboards smartschool software stand
    status steam streefdoel stuurgroep support switch switches taakverdeling tablet
    tablets teams telefonie telefoon termijn ticket tickets tijdsbesteding to-do
    todo toelichting toestel toestellen toner toners totaal totalen touchscreens tso
    uitleg uitvoerder uitvoeren update updates uren uur veiligheid
    verantwoordelijkheid vergadering vergaderingen verschil vestiging visie
    voortgang vorming vormingen vraag vragen wachtwoord wachtwoorden website
    websites week wi-fi wifi windows wisa
    """
)
# words of the lexicon that are names too, where a name stands
MAYBE_NAMES = words(
    """
    ad april augustus avond beperkt cor dag een elf ex half id juli juni les max mei
    meter min na no open paar peter reserve sept ten uren veel week weg zeker zelf
    """
)
# before a name, no part of it
TITLES = words(
    """
    adj adjunct-directeur br broeder collega coordinator de-heer dhr dir directeur
    directrice dr drs eh graadcoordinator heer ict-coordinator ict-er icter ing ir
    juf juffr juffrouw leerkracht lic lkr meester mej meneer mevr mevrouw mijnheer
    mme mr mrs ms mw onderdirecteur pater prof zorgcoordinator zr zuster
    """
)
# First names that are common in Flemish schools. Only a help: they tell "Peeters Jan"
# from "Jan Peeters" and a name in small letters from a remark.
FIRST_NAMES = words(
    """
    aaron abdel adam adil adriaan ahmed aicha alain albert alex alexander ali alice
    alicia amber amina amir an anja anke ann anna anne anneke anneleen annelies
    annemie annick anouk ans anton antoon arnaud arne arno arthur astrid axel aya
    ayse barbara bart bas bastiaan ben benjamin benny bernard bert berten bianca
    bieke birgit bjorn bo bob boris bram brecht brigitte britt bruno carine carla
    carlo carolien caroline catherine cathy cedric celine charles charlotte chris
    christa christel christiaan christian christine christophe cindy claire claudia
    conny cor daan daisy daniel danielle danny david davy debby dennis diana dieter
    dimitri dirk dominique dorien dries dylan eddy edward elena eli elias elien
    eline elise elke ellen els elsa emiel emilie emily emma emmanuel eric erica erik
    erika erwin esther etienne eva evelien evelyne evi evy fabienne fatiha fatima
    fien filip finn fons fran francine francis frank frans fred freddy frederic
    frederik freya frieda gaby geert gerd gert ghislaine gilles gino godelieve
    goedele greet greta griet guido guillaume gunther gust guy hamza han hanna
    hannah hanne hannelore hans harry hasan heidi heleen helena helene hendrik henk
    herman hilde hugo ibrahim ignace ilona ilse imane ine ines inge ingrid irene
    iris isabel isabelle ivan ivo jaak jaap jacob jacques jade jan jana janne jannes
    jari jasmine jasper jean jeanine jef jelle jens jeroen jerome jesse jessica jill
    jimmy jo joachim joanna johan johanna john joke jolien jonas jonathan joost
    joris jos jose josee joyce jozef judith julie julien jurgen justine kaat karel
    karen kari karim karin karina karla karolien kasper kathleen kathy katia katleen
    katrien katrijn kelly ken kenneth kevin khalid kim kimberly klaas klara koen
    koenraad kris kristel kristien kristin kristof kurt laetitia lander lara lars
    laura lauren laurence laurens laurent lea leen leila lena leo leon lesley lia
    lien lies liesbet liesbeth lieselot lieve lieven lieze lina linda linde line
    lisa lise liselotte lode loes lore lorenzo lotte louis louise luc luca lucas
    lucia lucie ludo ludovic luka lukas lut lutgart lydia lynn maaike maarten mabel
    magali magda mai maja malika manon manu marc marcel margot maria marie marieke
    mariette marijke marijn marina mario marjan mark marleen marnix martijn martin
    martina martine mathias mathieu mathijs matteo matthias maurice maxim maxime
    mehdi mehmet melanie melissa merel mia michael michel michele michiel mieke miet
    mike mila milan miranda mohamed mohammed moniek monique muriel mustafa myriam
    nadia nadine naima nancy natalie nathalie nathan nele nick nicky nico nicolas
    nicole niels niki nina noa noah noel noemi noor nora olga oliver olivia olivier
    omar oscar paola pascal pascale patricia patrick patrik paul paula pauline peggy
    peter petra philip philippe pia piet pieter pieterjan pol quinten rachel rachid
    raf rani raoul raphael raymond rebecca regine reinhilde reinout renaat rene
    renilde ria riet rik rita rob robbe robby robert robin roel roeland roger roland
    romain romy ronald ronny rosa rosita ruben rudi rudy ruth ryan saar sabine
    sabrina said sally sam samir samira sammy samuel sander sandra sandrine sara
    sarah sebastiaan sebastien serge severine shana siebe sien sigrid silke silvia
    simon simone simonne sofia sofie sonja sophie staf stef stefaan stefan stefanie
    steffi stephan stephanie steve steven stien stijn sven sylvia sylvie tamara
    tania tanja tatjana thea theo thibault thierry thijs thomas tijs tim timothy
    tina tine tineke tinne tom tommy tony toon ulrike ursula valerie vanessa veerle
    vera veronique victor vincent viviane walter wannes ward warre wendy werner
    wesley wilfried willem william willy wim wout wouter xavier yana yannick yasmina
    yasmine yolande youssef yves yvette yvonne zeno zoe
    """
)
