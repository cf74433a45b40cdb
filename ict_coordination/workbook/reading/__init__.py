# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""From cells to overviews: where the headings are, what each column and row is.

``words`` and ``tasks`` know the vocabulary; ``view`` makes a grid easy to walk over;
``headers`` and ``columns`` find the tables; ``titles`` says whose they are; ``lines``
says what each row is; ``marks``, ``people`` and ``row`` read one task; ``sheet`` puts
it together; ``own`` is the exact way for what our own export wrote; ``accounting``
checks that nothing was lost.
"""
