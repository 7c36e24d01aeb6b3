import { both, step, type Template } from './template.ts'

export const experiment: Template = {
  id: 'tpl-experiment',
  title: both(['Van vraag naar proef', 'From question to experiment']),
  purpose: both([
    'Een proef bedenken die klein, eerlijk en leerzaam is.',
    'Design an experiment that is small, fair and teaches us something.',
  ]),
  people: '6-18',
  steps: [
    step({
      title: ['Welkom en terug naar de vraag', 'Welcome and back to the question'],
      how: [10, 'plenary', 'opening', 'problem'],
      prompt: [
        'Welkom terug. Lees samen de vraag die we kozen. Is er sindsdien iets veranderd?',
        'Welcome back. Read together the question we chose. Has anything changed since?',
      ],
      goal: ['Iedereen heeft dezelfde vraag voor ogen.', 'Everyone has the same question in mind.'],
    }),
    step({
      title: ['Ideeën: eerst stil, dan om de beurt', 'Ideas: silent first, then in turns'],
      how: [20, 'alone', 'ngt', 'experiment(status=idea)'],
      anonymity: 'names',
      prompt: [
        'Wat zouden we kunnen proberen? Schrijf eerst in stilte, één idee per kaartje. Lees ze daarna om de beurt voor.',
        'What could we try? First write in silence, one idea on each card. Then read them out in turn.',
      ],
      goal: ['Veel ideeën, van iedereen minstens één.', 'Many ideas, at least one from everyone.'],
    }),
    step({
      title: ['Kiezen met stippen', 'Choose with dots'],
      how: [5, 'alone', 'dotVote', 'ballot'],
      anonymity: 'secret',
      prompt: [
        'Verdeel je stippen over wat jij het belangrijkst vindt. Praat er nog niet over.',
        'Spread your dots over what you find most important. Do not discuss it yet.',
      ],
      goal: ['Zien welke ideeën in elke groep leven.', 'See which ideas are alive in each group.'],
    }),
    step({
      title: ['Wat nemen we aan?', 'What do we assume?'],
      how: [15, 'group', 'assumptions', 'experiment.assumptions'],
      prompt: [
        'Wat moet er waar zijn om dit idee te laten werken? Schrijf op: wij denken dat...',
        'What must be true for this idea to work? Write down: we think that...',
      ],
      goal: ['Een lijst van wat we aannemen.', 'A list of what we assume.'],
    }),
    step({
      title: ['Belangrijk en onzeker', 'Important and uncertain'],
      how: [10, 'group', 'assumptionsMap', 'experiment.assumptions'],
      prompt: [
        'Zet elke aanname op zijn plek: hoe belangrijk is hij, en hoe zeker zijn we? Begin bij belangrijk en onzeker.',
        'Put each assumption in its place: how important is it, and how sure are we? Begin with important and unsure.',
      ],
      goal: ['De twee of drie aannames die we eerst toetsen.', 'The two or three assumptions that we test first.'],
    }),
    step({
      title: ['Pauze', 'Break'],
      how: [10, 'plenary', 'break', '-'],
      prompt: ['Even pauze. Haal iets te drinken.', 'Take a break. Get something to drink.'],
      goal: ['Iedereen is weer fris.', 'Everyone is fresh again.'],
    }),
    step({
      title: ['Proefkaart invullen', 'Fill in the experiment card'],
      how: [20, 'group', 'testCard', 'experiment.card/measures'],
      prompt: [
        'Vul de kaart in: wat denken we, wat proberen we, wat meten we, en wanneer hebben we gelijk? Houd het klein.',
        'Fill in the card: what do we think, what do we try, what do we measure, and when are we right? Keep it small.',
      ],
      goal: ['Een proef die binnen een paar weken kan beginnen.', 'A trial that can begin within a few weeks.'],
    }),
    step({
      title: ['Wie wint, wie betaalt, wie loopt risico?', 'Who gains, who pays, who carries the risk?'],
      how: [15, 'group', 'distribution', 'experiment.distribution'],
      prompt: [
        'Wie krijgt iets door deze proef? Wie betaalt, ook met tijd? Wie loopt risico? En wie mag erover meepraten?',
        'Who gains from this trial? Who pays, also with time? Who bears risk? And who has a say?',
      ],
      goal: ['Een eerlijk beeld van wie wint en wie draagt.', 'An honest picture of who gains and who bears.'],
    }),
    step({
      title: ['Wat kan er misgaan?', 'What can go wrong?'],
      how: [10, 'group', 'consequenceScan', 'experiment.effects/stopRules'],
      prompt: [
        'Wat kan er misgaan, en voor wie? Wanneer stoppen we meteen?',
        'What can go wrong, and for whom? When do we stop at once?',
      ],
      goal: ['Gevolgen om op te letten, en regels om te stoppen.', 'Effects to watch, and rules to stop.'],
    }),
    step({
      title: ['Welke regel zit in de weg?', 'Which rule is in the way?'],
      how: [10, 'group', 'ruleRoom', 'experiment.ruleBarriers'],
      prompt: [
        'Welke regel of gewoonte zit deze proef in de weg? Wie kan daar ruimte voor geven?',
        'Which rule or habit is in the way of this trial? Who can make room for it?',
      ],
      goal: [
        'Een lijst van regels, met wie er iets aan kan doen.',
        'A list of rules, with who can do something about them.',
      ],
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
      title: ['Acties en terugblik', 'Actions and look back'],
      how: [10, 'plenary', 'checkout', 'action+exitQuestion'],
      anonymity: 'secret',
      prompt: [
        'Wie doet wat, en wanneer? Beantwoord daarna drie korte vragen over deze sessie.',
        'Who does what, and when? Then answer three short questions about this session.',
      ],
      goal: ['Acties met een naam en een datum.', 'Actions with a name and a date.'],
    }),
  ],
}
