import { words } from '#i18n/strings.ts'

/** The questions, most important first: what may harm people stands before what may be clearer. */
export const checkWords = {
  E11: words('Een stopregel is geraakt. Gaan jullie toch door?', 'A stop rule was hit. Do you go on all the same?'),
  E07: words('Wie loopt risico, maar heeft weinig te zeggen?', 'Who bears risk, but has little say?'),
  E05: words('Wat kan er misgaan, en voor wie?', 'What can go wrong, and for whom?'),
  E06: words(
    'Dit kan erg zijn. Wie let erop, en wat doen jullie dan?',
    'This can be bad. Who watches, and what do you do?',
  ),
  E12: words(
    'De proef loopt. Is er al ruimte voor deze regel?',
    'The trial is running. Is there room in this rule yet?',
  ),
  E13: words('Is hier goed over nagedacht?', 'Has this been thought through?'),
  E10: words('Wanneer stoppen jullie?', 'When do you stop?'),
  E04: words(
    'Dit is belangrijk en onzeker. Hoe komen jullie erachter?',
    'This is important and uncertain. How will you find out?',
  ),
  E09: words(
    'Deze groep heeft er last van. Wat betekent de proef voor hen?',
    'This group is affected. What does the trial mean for them?',
  ),
  E08: words(
    'Deze groep betaalt meer dan het oplevert. Klopt dat?',
    'This group pays more than it gains. Is that right?',
  ),
  E14: words('Wanneer eindigt de proef, en wie besluit dat?', 'When does the trial end, and who decides?'),
  E01: words('Bij welk probleem hoort deze proef?', 'To which problem does this trial belong?'),
  E02: words('Welk getal is goed genoeg?', 'Which number is good enough?'),
  E03: words('Jullie vergelijken met het begin. Wat was het begin?', 'You compare with the start. What was the start?'),
  E15: words('Meten jullie ook iets dat mis kan gaan?', 'Do you also measure something that can go wrong?'),
  E18: words('Welke meting gaat over mensen die het zelf meemaken?', 'Which measure is about people who live it?'),
  E16: words('Het kijkmoment is voorbij. Wat viel op?', 'The review date has passed. What stood out?'),
  E17: words(
    'Alleen breder? Wat moet er in regels en in het denken anders?',
    'Only wider? What must change in rules and in minds?',
  ),
} as const
