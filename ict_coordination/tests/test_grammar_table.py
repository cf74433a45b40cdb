# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""How people write in the cells: every row of the field facts, and what it gives."""

from odoo.tests import BaseCase, tagged

from .grammar_samples import class_of, read, shown, table

# content | class | people ("·": nobody)
ROWS = """
Jan Peeters 2u | A | Jan Peeters 2
Jan: 2 | A | Jan 2
Jan (2u) | A | Jan 2
2u Jan | A | Jan 2
Jan – 1,5 u/w | A | Jan 1.5
Jan Peeters + 2 uur/week | A | Jan Peeters 2
An-Sofie Van den Broeck 1u | A | An-Sofie Van den Broeck 1
Jan ½ u | A | Jan 0.5
Jan half uur | A | Jan 0.5
Jan 1u30 | A | Jan 1.5
Jan 30 min | A | Jan 0.5
Jan kwartier | A | Jan 0.25
Jan 1,5 | A | Jan 1.5
Jan 1.5u | A | Jan 1.5
Jan | A | Jan ?
@Jan Peeters
x | A | Jan Peeters ?
2 | A | Jan Peeters 2
½ u | A | Jan Peeters 0.5
half uur | A | Jan Peeters 0.5
1u30 | A | Jan Peeters 1.5
30 min | A | Jan Peeters 0.5
kwartier | A | Jan Peeters 0.25
1,5 | A | Jan Peeters 1.5
1.5u | A | Jan Peeters 1.5
@
Jan 2u, An 1u | A | Jan 2; An 1
Jan 2u + An 1u | A | Jan 2; An 1
Jan 2u; An 1u | A | Jan 2; An 1
Jan 2u\\nAn 1u | A | Jan 2; An 1
Jan en An elk 1u | A | Jan 1; An 1
Jan Peeters\\n2u | A | Jan Peeters 2
Jan 2u (BPT) | A | Jan 2 bpt
naam + # uur/week | A | ·
Persoon 1 | A | ·
… | A | ·
ca. 2u Jan | B | Jan 2~
@Jan
±2u | B | Jan 2~
+-2u | B | Jan 2~
@
Jan 1u/dag | B | Jan 5~
Jan 6/36 | B | Jan 6~
nvt | B | ·
/ | B | ·
- | B | ·
geen | B | ·
vacature 4u | B | vacancy:- 4
ntb | B | vacancy:- ?
nog te zoeken | B | vacancy:- ?
firma NetHulp 4u | B | external:NetHulp 4
extern | B | external:- ?
JAN PEETERS 2U | B | JAN PEETERS 2
Peeters Jan 2u | B | Peeters Jan 2
Juf An 1u | B | An 1
Jan 2 lestijden | C | Jan ?
Jan 4/22 | C | Jan ?
Jan 20% | C | Jan ?
Jan 0,2 VTE | C | Jan ?
Jan halftijds | C | Jan ?
Jan 2-3u | C | Jan ?
Jan en An 2u | C | Jan ?; An ?
Jan/An 2u | C | Jan ?; An ?
Jan 4u/maand | C | Jan ?
Jan 40u/jaar | C | Jan ?
40u/jaar | C | ·
dagelijks | C | ·
ad hoc | C | ·
naar behoefte | C | ·
woensdagnamiddag | C | ·
alle leerkrachten | C | group:alle leerkrachten ?
secretariaat | C | group:secretariaat ?
ICT-team | C | group:ICT-team ?
zie Bert | C | ·
idem | C | ·
" | C | ·
Jan 60u | C | Jan ?
@Jan
-2u | C | Jan ?
dagelijks | C | Jan ?
zie Bert | C | Jan ?
@
Jan 2u, Jan 1u | C | Jan ?
"""


@tagged("-at_install", "post_install")
class TestGrammarTable(BaseCase):
    def test_rows(self):
        for heading, text, klass, people in table(ROWS):
            with self.subTest(text=text, heading=heading):
                reading = read(text, heading)
                self.assertEqual((class_of(reading), shown(reading)), (klass, people))

    def test_raw_text_and_address_stay(self):
        for heading, text, _klass, _people in table(ROWS):
            reading = read(text, heading)
            found = [*reading.people, *reading.notes]
            found += [
                p for n in reading.notes for q in n.proposals for p in q.people or ()
            ]
            for one in found:
                self.assertEqual((one.cell, one.text), ("F7", text))

    def test_likely_proposal(self):
        for text, people in (
            ("Jan 2-3u", "Jan 2.5~"),
            ("Jan 2 lestijden", "Jan 1.67~"),
            ("Jan 4/22", "Jan 6.55~"),
            ("Jan 20%", "Jan 7.2~"),
            ("Jan 0,2 VTE", "Jan 7.2~"),
            ("Jan halftijds", "Jan 18~"),
            ("Jan en An 2u", "Jan 2~; An 2~"),
            ("Jan & An samen 3u", "Jan 1.5~; An 1.5~"),
            ("Jan 4u/maand", "Jan 1~"),
            ("Jan 40u/jaar", "Jan 1~"),
            ("Jan 13u/trimester", "Jan 1~"),
            ("Jan 1 dag/week", "Jan 7.2~"),
            ("Jan 2u + 1u", "Jan 3~"),
            ("Jan 60u", "Jan 60~"),
            ("Jan -2u", "Jan 2~"),
            ("Jan 80u", "Jan 2~"),
            ("Jan of An 2u", "Jan 2~"),
            ("Jan 2u → An 1u", "An 1"),
            ("Peeters, Jan", "Jan Peeters ?"),
            ("Jan 2u, An 1u, Jan 1u", "Jan 3~; An 1"),
            ("Jan 2-3u, An 20%", "Jan 2.5~; An 7.2~"),
            ("? ", "vacancy:- ?"),
        ):
            with self.subTest(text=text):
                proposals = [p for note in read(text).notes for p in note.proposals]
                likely = next(p for p in proposals if p.people is not None)
                self.assertEqual(shown(likely), people)

    def test_other_ways_out(self):
        def codes(text, heading=None):
            (note,) = read(text, heading).notes
            return [proposal.code for proposal in note.proposals]

        self.assertEqual(codes("Jan en An 2u"), ["each", "together"])
        self.assertEqual(codes("Jan met An 2u"), ["together", "each"])
        self.assertEqual(codes("Jan, An 2u"), ["each", "together", "last_only"])
        self.assertEqual(codes("Jan 2-3u"), ["middle", "low_end", "high_end"])
        self.assertEqual(codes("geen"), ["does_not_apply", "people"])
        self.assertEqual(codes("SG 2u")[0], "level_group")
        self.assertEqual(codes("An", "Jan"), ["people"])

    def test_words_of_notes_and_proposals(self):
        note = read("Jan en An 2u").notes[0]
        self.assertEqual(
            note.message(), "2 u voor Jan, An: samen, of elk? Kies één van beide."
        )
        labels = [proposal.label() for proposal in note.proposals]
        self.assertEqual(labels, ["Elk: Jan 2 u, An 2 u", "Samen: Jan 1 u, An 1 u"])
        (proposal,) = read("Jan 20%").notes[0].proposals
        self.assertEqual(proposal.label("en"), "20 % of 36 hours: Jan 7,2 u")
