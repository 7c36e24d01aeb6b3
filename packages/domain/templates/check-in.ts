import { both, step, type Template } from './template.ts'

export const checkin: Template = {
  id: 'tpl-checkin',
  title: both(['Tussenstand: doorgaan, aanpassen of stoppen', 'Check-in: go on, adjust or stop']),
  purpose: both(['Leren van de proef en een besluit nemen.', 'Learn from the experiment and decide.']),
  people: '5-20',
  steps: [
    step({
      title: ['Welkom', 'Welcome'],
      how: [5, 'plenary', 'opening', 'session'],
      prompt: ['Welkom. Wat hoop je vandaag te horen?', 'Welcome. What do you hope to hear today?'],
      goal: ['Iedereen is er met het hoofd bij.', 'Everyone has their mind on it.'],
    }),
    step({
      title: ['Cijfers en verhalen', 'Figures and stories'],
      how: [20, 'plenary', 'dataWalk', 'experiment.measures+evidence'],
      prompt: [
        'Bekijk eerst samen de cijfers. Lees daarna de verhalen. Wat past bij elkaar en wat niet?',
        'First look at the figures together. Then read the stories. What fits together and what does not?',
      ],
      goal: [
        'Weten wat de metingen zeggen, en wat mensen meemaken.',
        'Knowing what the measures say, and what people go through.',
      ],
    }),
    step({
      title: ['Leerkaart in stilte', 'Learning card in silence'],
      how: [10, 'alone', 'learningCard', 'experiment.learningCards'],
      prompt: [
        'Vul in stilte de leerkaart in: wat dachten we, wat zagen we, wat leerden we?',
        'Fill in the learning card in silence: what did we think, what did we see, what did we learn?',
      ],
      goal: ['Van iedereen wat die leerde.', 'What everyone learned.'],
    }),
    step({
      title: ['Verwacht en onverwacht', 'Expected and unexpected'],
      how: [15, 'group', 'consequenceScan', 'experiment.effects'],
      prompt: [
        'Wat ging anders dan we dachten? Voor wie was dat goed, en voor wie niet?',
        'What went otherwise than we thought? For whom was that good, and for whom not?',
      ],
      goal: [
        'Gevolgen die we niet zagen aankomen, met wie ze treffen.',
        'Effects that we did not see coming, with whom they hit.',
      ],
    }),
    step({
      title: ['Stopregels nalopen', 'Check the stop rules'],
      how: [5, 'plenary', 'check', 'experiment.stopRules'],
      prompt: [
        'Lees elke stopregel voor. Is hij geraakt? Zeg ja, nee of bijna.',
        'Read out each stop rule. Was it hit? Say yes, no or nearly.',
      ],
      goal: ['Bij elke stopregel een antwoord.', 'An answer to each stop rule.'],
    }),
    step({
      title: ['Voorstel maken', 'Make a proposal'],
      how: [10, 'group', 'proposal', 'decision'],
      prompt: [
        'Maak met je tafel een voorstel: doorgaan, bijstellen of stoppen. Zeg waarom.',
        'Make a proposal with your table: go on, adjust or stop. Say why.',
      ],
      goal: ['Eén voorstel dat we kunnen bespreken.', 'One proposal that we can discuss.'],
    }),
    step({
      title: ['Besluit: is er een zwaarwegend bezwaar?', 'Decide: any serious objection?'],
      how: [15, 'plenary', 'consent', 'ballot+decision'],
      anonymity: 'names',
      prompt: [
        'Dit is het voorstel. Heb je een zwaarwegend bezwaar? Zeg dan wat er anders moet. Goed genoeg voor nu is genoeg.',
        'This is the proposal. Do you have a serious objection? Then say what must change. Good enough for now is enough.',
      ],
      goal: [
        'Een besluit waar niemand een zwaarwegend bezwaar tegen heeft, met de reden erbij.',
        'A decision that nobody seriously objects to, with its reason.',
      ],
    }),
    step({
      title: ['Acties en wie vertellen we dit?', 'Actions and who do we tell?'],
      how: [10, 'plenary', 'checkout', 'action'],
      prompt: [
        'Wie doet wat, en wanneer? En aan wie vertellen we wat we besloten?',
        'Who does what, and when? And whom do we tell what we decided?',
      ],
      goal: ['Acties met een naam en een datum.', 'Actions with a name and a date.'],
    }),
  ],
}
