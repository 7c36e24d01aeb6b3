import { both, step, type Template } from './template.ts'

export const worldCafe: Template = {
  id: 'tpl-world-cafe',
  title: both(['Wereldcafé over deelvragen', 'World Café on sub-questions']),
  purpose: both(['Veel mensen praten mee over meerdere deelvragen.', 'Many people join in on several sub-questions.']),
  people: '12-60',
  steps: [
    step({
      title: ['Welkom en uitleg', 'Welcome and how it works'],
      how: [15, 'plenary', 'opening', 'session'],
      prompt: [
        'Welkom. Elke tafel heeft een deel van de vraag en één iemand die blijft zitten. De rest wisselt twee keer.',
        'Welcome. Each table has a part of the question and one person who stays. The others change twice.',
      ],
      goal: [
        'Iedereen weet hoe het gaat en wat er met de uitkomst gebeurt.',
        'Everyone knows how it goes and what happens with the result.',
      ],
    }),
    step({
      title: ['Ronde 1 aan tafel', 'Round 1 at the table'],
      how: [20, 'group', 'worldCafe', 'problem(kind=sub)'],
      prompt: [
        'Praat met je tafel over het deel van de vraag dat hier ligt. Schrijf mee, ook wat je niet weet.',
        'Talk with your table about the part of the question that lies here. Write along, also what you do not know.',
      ],
      goal: ['Eerste gedachten bij elk deel van de vraag.', 'First thoughts on each part of the question.'],
    }),
    step({
      title: ['Ronde 2: wisselen van tafel', 'Round 2: change tables'],
      how: [20, 'group', 'worldCafe', 'problem(kind=sub)'],
      prompt: [
        'Ga naar een andere tafel. De gastheer of gastvrouw vertelt wat er al ligt. Bouw daarop verder.',
        'Go to another table. The host tells what is there already. Build on that.',
      ],
      goal: ['Wat de tweede groep eraan toevoegt.', 'What the second group adds.'],
    }),
    step({
      title: ['Ronde 3: wisselen van tafel', 'Round 3: change tables'],
      how: [20, 'group', 'worldCafe', 'problem(kind=sub)'],
      prompt: [
        'Ga naar een andere tafel. De gastheer of gastvrouw vertelt wat er al ligt. Bouw daarop verder.',
        'Go to another table. The host tells what is there already. Build on that.',
      ],
      goal: ['Wat er na drie rondes overblijft.', 'What is left after three rounds.'],
    }),
    step({
      title: ['Oogst: elke tafel drie punten', 'Harvest: three points per table'],
      how: [20, 'plenary', 'harvest', 'groupResult+evidence'],
      prompt: [
        'Elke tafel noemt drie punten. Wat verraste jullie? De anderen luisteren.',
        'Each table names three points. What surprised you? The others listen.',
      ],
      goal: ['Drie punten van elke tafel.', 'Three points from each table.'],
    }),
    step({
      title: ['Stippen plakken', 'Dot vote'],
      how: [10, 'alone', 'dotVote', 'ballot'],
      anonymity: 'secret',
      prompt: [
        'Verdeel je stippen over wat jij het belangrijkst vindt. Praat er nog niet over.',
        'Spread your dots over what you find most important. Do not discuss it yet.',
      ],
      goal: ['Zien wat in elke groep het meest leeft.', 'See what matters most in each group.'],
    }),
    step({
      title: ['Wat valt op en wie doet wat?', 'What stands out and who does what?'],
      how: [15, 'plenary', 'checkout', 'action+exitQuestion'],
      anonymity: 'secret',
      prompt: [
        'Wat valt op in de uitslag? Wie pakt wat op? Beantwoord daarna drie korte vragen.',
        'What stands out in the result? Who takes up what? Then answer three short questions.',
      ],
      goal: ['Acties met een naam en een datum.', 'Actions with a name and a date.'],
    }),
  ],
}
