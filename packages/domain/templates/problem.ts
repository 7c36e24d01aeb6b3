import { both, step, type Template } from './template.ts'

export const problem: Template = {
  id: 'tpl-problem',
  title: both(['Scherp de vraag', 'Sharpen the question']),
  purpose: both([
    'Samen een vraag kiezen die klopt met het leven van mensen.',
    'Choose one question together that fits people’s lives.',
  ]),
  people: '6-24',
  steps: [
    step({
      title: ['Welkom en afspraken', 'Welcome and ground rules'],
      how: [10, 'plenary', 'opening', 'session'],
      prompt: [
        'Welkom. Zeg je naam en waarom je hier bent. Lees daarna samen de afspraken. Wat mist er nog?',
        'Welcome. Say your name and why you are here. Then read the ground rules together. What is missing?',
      ],
      goal: [
        'Iedereen weet wat we vandaag doen en wat er met de uitkomst gebeurt.',
        'Everyone knows what we do today and what happens with the result.',
      ],
    }),
    step({
      title: ['Verhalen uit het dagelijks leven', 'Stories from daily life'],
      how: [15, 'group', 'storyCircle', 'evidence'],
      prompt: [
        'Vertel om de beurt één ding dat je zelf meemaakte. De anderen luisteren. Eén van jullie schrijft het kort op.',
        'Take turns to tell one thing that happened to you. The others listen. One of you writes it down, briefly.',
      ],
      goal: ['Van elke tafel een paar echte verhalen op papier.', 'A few real stories written down at each table.'],
    }),
    step({
      title: ['Stil schrijven: wat gebeurt er?', 'Silent writing: what happens?'],
      how: [8, 'alone', 'silentBrainstorm', 'problem.whatHappens'],
      anonymity: 'names',
      prompt: [
        'Wat gebeurt er, en bij wie? Schrijf het op in je eigen woorden. Eén ding per kaartje.',
        'What happens, and to whom? Write it in your own words. One thing on each card.',
      ],
      goal: ['Ieders eigen kijk, voordat we erover praten.', 'Everyone’s own view, before we talk about it.'],
    }),
    step({
      title: ['Waar past de regel niet?', 'Where does the rule not fit?'],
      how: [20, 'group', 'worldsGap', 'problem.livedWorld/systemWorld/gap/rules'],
      prompt: [
        'Zet links wat mensen merken en rechts wat regels doen. Waar past het niet op elkaar? Schrijf dat in de kloof.',
        'Put what people notice on the left and what rules do on the right. Where do they not fit? Write that in the gap.',
      ],
      goal: [
        'Een kloof in een paar zinnen, en de regels die ermee te maken hebben.',
        'The gap in a few sentences, and the rules that play a part.',
      ],
    }),
    step({
      title: ['Waarom, waarom, waarom?', 'Why, why, why?'],
      how: [15, 'group', 'fiveWhys', 'problem.causes/beliefs'],
      prompt: [
        'Kies één ding dat er gebeurt. Vraag waarom. Vraag bij het antwoord weer waarom. Ga door tot je er niets meer bij weet.',
        'Pick one thing that happens. Ask why. Ask why again of the answer. Go on until you know no more.',
      ],
      goal: ['Een rij oorzaken, van dichtbij tot diep.', 'A chain of causes, from near to deep.'],
    }),
    step({
      title: ['Hoe kunnen we...? Eén vraag per tafel', 'How might we...? One question per table'],
      how: [15, 'group', 'hmw', 'formulation'],
      prompt: [
        'Maak met je tafel één vraag die begint met: Hoe kunnen we... Zeg voor wie het is. Noem nog geen oplossing.',
        'Make one question with your table that begins with: How might we... Say for whom. Name no solution yet.',
      ],
      goal: ['Eén vraag van elke tafel.', 'One question from each table.'],
    }),
    step({
      title: ['Rondlopen en samenvoegen', 'Gallery walk and merge'],
      how: [15, 'plenary', 'galleryWalk', 'formulation.basedOnIds'],
      prompt: [
        'Lees de vragen van alle tafels. Welke lijken op elkaar? Voeg ze samen tot twee tot vier vragen.',
        'Read the questions of all tables. Which are alike? Merge them into two to four questions.',
      ],
      goal: [
        'Twee tot vier vragen waarin elke tafel iets terugziet.',
        'Two to four questions in which every table sees something of its own.',
      ],
    }),
    step({
      title: ['Stippen plakken', 'Dot vote'],
      how: [5, 'alone', 'dotVote', 'ballot'],
      anonymity: 'secret',
      prompt: [
        'Verdeel je stippen over de vragen waar jij mee verder wilt. Praat er nog niet over.',
        'Spread your dots over the questions you want to go on with. Do not discuss them yet.',
      ],
      goal: ['Zien welke vragen het meest leven, per groep.', 'See which questions matter most, in each group.'],
    }),
    step({
      title: ['Kun je hiermee leven?', 'Can you live with this?'],
      how: [10, 'plenary', 'gradients8', 'ballot+formulation.minorityNote'],
      anonymity: 'names',
      prompt: [
        'Dit is de vraag die bovenaan staat. Hoe sta jij erin? Als je tegen bent: wat heb je nodig om mee te doen?',
        'This is the question at the top. Where do you stand? If you are against it: what do you need to go along?',
      ],
      goal: [
        'Een gekozen vraag, met erbij wat een kleine groep belangrijk vindt.',
        'A chosen question, with what a small group finds important beside it.',
      ],
    }),
    step({
      title: ['Terugblik en acties', 'Look back and actions'],
      how: [7, 'plenary', 'checkout', 'action+exitQuestion'],
      anonymity: 'secret',
      prompt: [
        'Wie doet wat, en wanneer? Beantwoord daarna drie korte vragen over deze sessie.',
        'Who does what, and when? Then answer three short questions about this session.',
      ],
      goal: ['Acties met een naam en een datum.', 'Actions with a name and a date.'],
    }),
  ],
}
