import { words } from '#i18n/strings.ts'

/** The questions, most important first: what may hurt somebody stands before what may be clearer. */
export const checkWords = {
  P17: words('Staat hier een naam of adres?', 'Is there a name or address?'),
  P08: words('Leggen we het bij de mensen zelf?', 'Are we blaming people?'),
  P15: words('Wat was het bezwaar? Schrijf het bij de zin.', 'What was the objection? Write it with the sentence.'),
  P02: words('Om welke mensen gaat het?', 'Which people is this about?'),
  P03: words('Wie vertelde ons dit zelf?', 'Who told us this themselves?'),
  P01: words('Zit hier al een oplossing in?', 'Is a solution already inside?'),
  P14: words('Schreef nog iemand anders mee?', 'Did anyone else write one?'),
  P07: words('Wie pakt dit samen op?', 'Who takes this up together?'),
  P05: words('Welke regel zit in de weg?', 'Which rule is in the way?'),
  P06: words('Wie kan deze regel veranderen?', 'Who can change this rule?'),
  P04: words(
    'Alle bronnen zijn hetzelfde soort. Wie kijkt er anders naar?',
    'All sources are of one kind. Who looks at it differently?',
  ),
  P12: words('Waardoor komt dat? Vraag nog een keer door.', 'Why is that? Ask once more.'),
  P11: words('Welke overtuiging zit eronder?', 'Which belief is underneath?'),
  P10: words('Hoe groot is het?', 'How big is it?'),
  P09: words('Waar is dit, en sinds wanneer?', 'Where is this, and since when?'),
  P16: words('Is dit te veel tegelijk?', 'Is this too much at once?'),
  P13: words('Kan dit korter of eenvoudiger?', 'Can this be shorter or simpler?'),
} as const
