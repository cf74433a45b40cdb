# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The words of the grammar: kind, value, and the phrases that mean it.

A phrase is written as its tokens with blanks between them, in small letters, without
accents and dots: "n.v.t." is "nvt", "2 u/w" has "/ w".

- ``unit`` (behind a number), ``number``, ``amount`` (number and unit in one; ``~`` is
  about), ``work`` (part of a full-time job);
- ``period``; ``frequency``, ``vague``, ``timing`` say when or whether, not how long;
  ``season``: hours beside it are not those of every week;
- ``approx``, ``bound``, ``doubt``, ``each``, ``together`` change the hours beside them;
- ``joint`` stands between people, ``filler`` says nothing, ``whereof`` starts a remark;
- ``funding``, ``vacancy``, ``external``, ``group`` (``self``: the person of the
  column), ``sounding_board`` (``named``: the word is the name), ``legal`` (behind the
  name of a firm);
- ``yes``, ``nobody``, ``not_applicable``, ``reference`` (``here``, or ``to`` somebody),
  ``past``.
"""

LEXICON = r"""
unit hours: u, uur, uren, ur, uurtjes, h, hr, hrs, hour, hours, heure, heures
unit minutes: min, mins, minuut, minuten, minuutjes, minutes, '
unit lesson: lestijd, lestijden, lt, lu, lesuur, lesuren, lesuurtje, les, lessen,
    periodes, uur-leraar, uren-leraar, u-lkr
unit percent: %, procent, pct, percent
unit fte: vte, fte, etp, voltijds equivalent, voltijdse equivalenten
unit day: dag, dagen, day, days, dagje, werkdag, werkdagen, schooldag
unit half_day: halve dag, halve dagen, half dagje, voormiddag, voormiddagen, namiddag,
    namiddagen, halve dagjes, halfdag
unit week: week, weken, weeks
unit bpt: bpt, bpt-uren, bpt uren, bpt-uur, bpt uur, bpt-u
unit points: punten, punt, pt, ptn, ict-punten, ict punten, points
number 1: een, one, une, un, 'n
number 2: twee, two, deux
number 3: drie, three, trois
number 4: vier, four, quatre
number 5: vijf, five, cinq
number 6: zes, six
number 7: zeven, seven, sept
number 8: acht, eight, huit
number 9: negen, nine, neuf
number 10: tien, ten, dix
number 11: elf, eleven
number 12: twaalf, twelve
number 15: vijftien
number 20: twintig, twenty
number 30: dertig, thirty
number 45: vijfenveertig
number 1.5: anderhalf, anderhalve, een en een half, een en half, eenenhalf
number 2.5: tweeenhalf, twee en een half, twee en half, tweeeneenhalf
number 3.5: drieenhalf, drie en een half, drie en half
number 0.5: half, halve, een half, een halve, 'n half, half a
number 0.25: kwart, een kwart
number 0.75: driekwart, drie kwart
amount 0.5: halfuur, een halfuur, half uur, een half uur, half uurtje, halfuurtje,
    een half uurtje, half an hour, 'n half uur, half hour
amount 0.25: kwartier, een kwartier, kwartiertje, een kwartiertje, kwartuur,
    kwart uur, een kwart uur, 1 kwartier, 'n kwartier
amount 0.75: drie kwartier, 3 kwartier, driekwartier, driekwart uur, 3 kwart uur
amount ~1: uurtje, een uurtje, 'n uurtje, 1 uurtje
work 1: voltijds, fulltime, full-time, full time, voltijdse, heel de week
work 0.5: halftijds, halftime, half-time, half time, halftijdse
period week: per week, / week, / w, / wk, / weken, p / w, pw, pwk, p week, p / week,
    per w, per wk, per lesweek, per schoolweek, wekelijks, wekelijkse, elke week,
    iedere week, een week, in de week, weekly, a week, par semaine, / semaine,
    each week, every week, / week / persoon
period day: per dag, / dag, / d, pd, per schooldag, / schooldag, per werkdag,
    / werkdag, dagelijks, dagelijkse, elke dag, iedere dag, daily, a day, per day,
    / day, par jour, elke schooldag, alle dagen, p / d
period two_weeks: / 2 weken, / twee weken, / 14 dagen, / 14 d, / 14d, per 2 weken,
    per twee weken, per 14 dagen, per veertien dagen, om de 2 weken, om de twee weken,
    om de week, om de andere week, om de 14 dagen, tweewekelijks, tweewekelijkse,
    2 - wekelijks, 2 wekelijks, 14 - daags, 14 daags, veertiendaags, elke 2 weken,
    elke twee weken, elke 14 dagen, / 2 w, / 2 wk, om de veertien dagen
period month: per maand, / maand, / mnd, per mnd, p / m, maandelijks, maandelijkse,
    elke maand, iedere maand, monthly, a month, per month, / month, par mois, / mois,
    op maandbasis, / maanden, een maand
period trimester: per trimester, / trimester, per kwartaal, / kwartaal, elk trimester,
    per trim, / trim, driemaandelijks
period semester: per semester, / semester, elk semester, / sem, per sem
period year: per jaar, / jaar, / j, / jr, per jr, p / j, pj, jaarlijks, jaarlijkse,
    elk jaar, ieder jaar, per schooljaar, / schooljaar, / schj, op jaarbasis, yearly,
    a year, per year, / year, par an, over het hele jaar, over het jaar,
    over heel het jaar, over het schooljaar, op een jaar, een jaar, per schj
frequency: weet niet, weet ik niet, ad hoc, adhoc, ad-hoc, naar behoefte,
    naar noodzaak, indien nodig, waar nodig, wanneer nodig, als nodig, zo nodig,
    op afroep, op vraag, op aanvraag, occasioneel, sporadisch, soms, af en toe,
    nu en dan, regelmatig, permanent, doorlopend, continu, variabel, wisselend,
    nvt uren, onbeperkt, altijd, zelden, vaak, veel, weinig, beperkt, onbekend,
    ongekend, uren onbekend, geen idee, niet gekend, niet te schatten,
    moeilijk te schatten, buiten de uren, in eigen tijd, na de uren,
    om de zoveel tijd, periodiek, volgens noodzaak, volgens behoefte, naargelang,
    spontaan, when needed, as needed, sometimes, de hele dag, heel de dag, tussendoor
vague: enkele, enkele uren, enkele uur, een paar, paar, een paar uur, een paar uren,
    paar uur, paar uren, een aantal uren, aantal uren, wat uren, meerdere uren,
    verschillende uren, veel uren, weinig uren, uren, aantal, diverse
timing: maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag,
    maandagvoormiddag, maandagnamiddag, dinsdagvoormiddag, dinsdagnamiddag,
    woensdagvoormiddag, woensdagnamiddag, donderdagvoormiddag, donderdagnamiddag,
    vrijdagvoormiddag, vrijdagnamiddag, maandagochtend, woensdagmiddag, vrijdagmiddag,
    's ochtends, 's morgens, 's middags, 's avonds, voormiddag, namiddag, ochtend,
    avond, avonds, weekend, in het weekend, middagpauze, op maandag, op dinsdag,
    op woensdag, op donderdag, op vrijdag, op woensdagnamiddag, op maandagnamiddag,
    op dinsdagnamiddag, op donderdagnamiddag, op vrijdagnamiddag, elke woensdag,
    elke maandag, elke dinsdag, elke donderdag, elke vrijdag, heel het jaar,
    het hele jaar, hele jaar, heel het schooljaar, het hele schooljaar,
    hele schooljaar, dit schooljaar, volgend schooljaar, vorig schooljaar,
    volgend jaar, dit jaar, vorig jaar, vanaf september, vanaf januari, nu, momenteel,
    voorlopig, tijdelijk, tot kerst, vanaf kerst, na kerst
approx: ca, circa, ongeveer, plusminus, +/-, + -, ±, ~, ≈, ong, ongv, geschat,
    schatting, een stuk of, zowat, about, approx, environ, bij benadering, gemiddeld,
    gem, rond de, + / -, in principe
bound: of meer, of minder, en meer, of langer, max, maximum, maximaal, min, minimum,
    minimaal, minstens, hoogstens, ten minste, tenminste, ten hoogste, tot, >, <, ≥,
    ≤, > =, < =, meer dan, minder dan, at least, at most, up to, niet meer dan, zeker,
    bijna, ruim, hooguit
each: elk, elke, ieder, iedere, telkens, each, per persoon, p / p, pp, per man,
    allebei, alle drie, alle twee, allemaal, elks, chacun, elk apart, ieder apart,
    / persoon, / pers, per pers
together: samen, tesamen, gezamenlijk, in totaal, totaal, together, in team,
    onderling, onderling te verdelen, te verdelen, verdeeld, som, tezamen, ensemble
doubt: ?, ??, eventueel, misschien, waarschijnlijk, wellicht, vermoedelijk, evt,
    nog te bevestigen, te bevestigen, tbc, onder voorbehoud, maybe, mogelijk,
    nog niet zeker, onzeker, nog af te spreken, nog te bespreken, te bespreken
joint and: en, and, et, &, +, alsook, plus, evenals, en ook, en met, und
joint with: met, samen met, in samenwerking met, ism, i s m, with
joint slash: /, \, |
joint or: of, or, ou, ofwel, en / of, dan wel
joint then: ->, -->, =>, →, ⇒, ➔, ➜, >>, daarna, nadien, later, vervolgens, dan,
    overgenomen door, wordt, overdracht aan, over te nemen door
funding bpt: bpt, bpt-uren, bpt uren, bpt-uur, bpt uur, bpt-u,
    bijzondere pedagogische taken, bijzondere pedagogische taak
funding points: ict-punten, ict punten, punten, punten ict, ict-pt, ict pt,
    puntenenveloppe, puntenenveloppe ict, ict-puntenenveloppe, points, ict points,
    ict-points, ict-uren, ict uren
funding operating: werkingsmiddelen, werkingsbudget, werking, wm, wkm,
    werkingstoelage, werkingstoelagen, operating, operating budget,
    uit werkingsmiddelen, via werkingsmiddelen
funding volunteer: vrijwillig, vrijwilliger, vrijwilligerswerk, als vrijwilliger,
    gratis, onbezoldigd, onbetaald, volunteer, voluntary, vrijwillige basis,
    op vrijwillige basis, benevool
vacancy: vacature, vacatures, vac, ntb, nog te bepalen, te bepalen, tbd,
    nog te zoeken, te zoeken, nog in te vullen, in te vullen, nog aan te duiden,
    aan te duiden, nog te vinden, te vinden, nog iemand te zoeken, nog niemand,
    nog aan te werven, aan te werven, gezocht, nog te werven, open, openstaand,
    open vacature, openstaande vacature, vacancy, vacant, nog niet ingevuld,
    niet ingevuld, nog open, nieuwe collega, nieuwe ict-er, n n, nn, nog te voorzien
external: firma, externe firma, extern bedrijf, bedrijf, leverancier,
    externe leverancier, externe partner, ict-firma, ict firma, it-firma, ict-partner,
    it-partner, partner, externe, externen, extern, external, externe dienst,
    externe ondersteuning, externe helpdesk, company, supplier, consultant,
    externe consultant, uitbesteed, uitbesteed aan, uitbesteden, uitbesteding,
    outsourcing, onderaannemer, prestataire, external partner
legal: nv, bv, bvba, vzw, cv, cvba, comm v, commv, vof, sprl, sa, srl, asbl, gcv,
    ebvba, gmbh, ltd, inc
group: alle leerkrachten, alle leraren, alle collega's, alle personeelsleden,
    iedereen, alle, allen, leerkrachten, leraren, de leerkrachten, leerkracht, leraar,
    klasleerkracht, klasleerkrachten, klastitularis, klastitularissen, titularissen,
    collega, collega's, collegas, team, het team, schoolteam, ict-team, ict team,
    teamleden, kernteam, beleidsteam, team ict, ict-kernteam, werkgroep,
    ict-werkgroep, werkgroep ict, vakgroep, vakgroepen, secretariaat, directie,
    directies, directeur, de directie, de directeur, onderdirecteur,
    adjunct-directeur, adjunct, directieteam, sg, scholengroep, de scholengroep,
    scholengemeenschap, de sg, bovenschools, iemand, iemand van, ict-coordinator,
    ict-coordinatoren, ict coordinator, ict-coordinatie, ict-er, icter, ict, it,
    it-dienst, ict-dienst, dienst ict, informaticadienst, administratie, boekhouding,
    boekhouder, preventieadviseur, zorgcoordinator, zoco, zorgleerkracht,
    graadcoordinator, graadcoordinatoren, coordinator, coordinatoren,
    beleidsmedewerker, klusjesman, klusdienst, onderhoud, onderhoudspersoneel,
    technische dienst, poetsdienst, leerlingen, ouders, stagiair, stagiairs,
    stagiaire, pedagogische begeleiding, begeleider, bestuur, schoolbestuur,
    schoolraad, everybody, everyone, all teachers, helpdesk, servicedesk, tac, ta,
    mentor, mentoren, leerkrachten ict, personeel, alle personeel, wij, zij, dpo,
    informatieveiligheidsconsulent, aanspreekpunt, aanspreekpunten, opvang,
    mediacoach, digicoach, ankerpunt, ankerpunten
sounding_board: klankbord, klankbordgroep, sounding board
sounding_board named: leerlingenraad, ouderraad, oudercomite, oudervereniging,
    leerlingenparlement
yes: x, v, ok, oke, ja, j, yes, y, ✓, ✔, ☑, ☒, √, ✅, 👍, oui, waar, true, jawel,
    in orde, doet dit, ●, •, ■, *, xx, xxx, vv
nobody: leeg, nog geen, /, -, --, geen, niemand, nee, neen, no, none, nihil, nul, //,
    niets, noch, personne, ✗, ✘, ❌, ✖, onwaar, false, nobody, geen uren, niet,
    wordt niet gedaan, niet gedaan, gebeurt niet, doen we niet, -/-, - - -
not_applicable: nvt, niet van toepassing, n / a, na, not applicable, n v t, niet vt,
    niet toepasselijk, nvtp, sans objet, niet aanwezig, hebben we niet, bestaat niet
reference here: idem, id, ditto, zelfde, hetzelfde, idem dito, ", "", '', zie boven,
    zie hierboven, cf supra, zie onder, zie hieronder, zie vorige, zie vorig,
    zie volgende, zie lijn, zie rij, zie opmerking, zie opmerkingen, zie blad,
    zie bijlage, zie functiebeschrijving, supra, zie vorige rij, zie andere, same,
    see above, infra, zie links, zie rechts, zie sg
reference to: zie, cf, cfr, zoals, idem als, zelfde als, see, vgl, conform
past: was, vroeger, ex, voorheen, vroeger door, gewezen, oud-collega, op pensioen,
    met pensioen, uit dienst, weg, ziek, in ziekte, afwezig, loopbaanonderbreking,
    vervangt, zwangerschapsverlof, was vroeger
whereof: waarvan, incl, inclusief, excl, exclusief, waaronder, vervanging,
    vervanging van, vervangt, ter vervanging van, vervanger van, back-up, backup,
    reserve, daarvan, dwz, inclus, bovenop, ipv, in plaats van, samen te bekijken,
    opm, opmerking, nb, ps, namens, voor
filler: door, wie, uitvoerder, uitgevoerd door, verantwoordelijke, uitvoering,
    verantw, trekker, :, by, par, werd, uren :, =, tijd :, tijdsbesteding :,
    aantal uren :, aantal uur :
season: augustus, september, oktober, november, december, januari, februari,
    in augustus, in september, in juni, in juli, juni, juli, eerste trimester,
    examenperiode, tijdens de examens, begin schooljaar, begin van het schooljaar,
    start schooljaar, einde schooljaar, eind schooljaar, tijdens de vakantie,
    in de vakantie, vakantie, zomervakantie, grote vakantie, eenmalig, in oktober,
    in november, in december, in januari, in februari, in maart, in april, in mei,
    maart, april, mei, in de zomer, in de zomervakantie, per project,
    bij de start van het schooljaar
external named: signpost, telenet, proximus, smartbit, lab9, economix, canon, ricoh,
    konica minolta, xerox, cegeka, dell, hp
group self: zelf, ikzelf, mezelf, ik
"""
