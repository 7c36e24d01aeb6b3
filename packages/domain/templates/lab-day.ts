import { both, step, type Template } from './template.ts'

export const labDay: Template = {
  id: 'tpl-lab-day',
  title: both(['Labdag', 'Lab day']),
  purpose: both(['In één dag van verhalen naar een proef.', 'From stories to an experiment in one day.']),
  people: '12-32',
  steps: [
    step({
      title: ['Inloop en welkom', 'Walk-in and welcome'],
      how: [20, 'plenary', 'opening', 'session'],
      prompt: [
        'Welkom. Pak koffie en leer iemand kennen die je nog niet kent. Daarna lezen we samen de afspraken.',
        'Welcome. Get coffee and meet somebody you do not know yet. Then we read the ground rules together.',
      ],
      goal: [
        'Iedereen weet wat we vandaag doen en wat er met de uitkomst gebeurt.',
        'Everyone knows what we do today and what happens with the result.',
      ],
    }),
    step({
      title: ['Verhalen delen', 'Share stories'],
      how: [40, 'group', 'storyCircle', 'evidence'],
      prompt: [
        'Vertel om de beurt een verhaal uit je eigen dag. De anderen luisteren. Schrijf samen op wat je raakt.',
        'Take turns to tell a story from your own day. The others listen. Write down together what strikes you.',
      ],
      goal: ['Verhalen die laten zien waar het om gaat.', 'Stories that show what it is about.'],
    }),
    step({
      title: ['Onder de oppervlakte kijken (ijsberg)', 'Look below the surface (iceberg)'],
      how: [35, 'group', 'iceberg', 'problem.patterns/structures/beliefs'],
      prompt: [
        'Kijk onder de oppervlakte. Wat gebeurt er steeds weer? Welke regels houden dat in stand? Wat geloven mensen dan?',
        'Look below the surface. What happens again and again? Which rules keep it going? What do people believe then?',
      ],
      goal: [
        'Een ijsberg: gebeurtenissen, patronen, regels en overtuigingen.',
        'An iceberg: events, patterns, rules and beliefs.',
      ],
    }),
    step({
      title: ['De vraag kiezen', 'Choose the question'],
      how: [30, 'plenary', 'hmwMerge', 'formulation+ballot'],
      anonymity: 'names',
      prompt: [
        'Elke tafel maakt één vraag: Hoe kunnen we... Voeg samen wat op elkaar lijkt en kies er één.',
        'Each table makes one question: How might we... Merge what is alike and choose one.',
      ],
      goal: ['Eén vraag waar we vandaag mee verder gaan.', 'One question that we go on with today.'],
    }),
    step({
      title: ['Kaart van betrokkenen', 'Map of who is involved'],
      how: [45, 'group', 'netMap', 'stakeholder+relation'],
      prompt: [
        'Wie hebben met deze vraag te maken? Zet ze op de kaart en trek lijnen tussen hen. Wie mist er?',
        'Who has to do with this question? Put them on the map and draw links between them. Who is missing?',
      ],
      goal: ['Een kaart met mensen, lijnen en lege stoelen.', 'A map with people, links and empty chairs.'],
    }),
    step({
      title: ['Lunch', 'Lunch'],
      how: [45, 'plenary', 'break', '-'],
      prompt: ['Eet smakelijk. We gaan straks verder.', 'Enjoy your meal. We go on in a while.'],
      goal: ['Iedereen heeft gegeten.', 'Everyone has eaten.'],
    }),
    step({
      title: ['Ideeën tekenen', 'Sketch ideas'],
      how: [35, 'alone', 'sketch', 'experiment(status=idea)'],
      anonymity: 'names',
      prompt: [
        'Teken in stilte een idee dat morgen kan beginnen. Het hoeft niet mooi te zijn.',
        'Draw, in silence, an idea that can begin tomorrow. It need not be beautiful.',
      ],
      goal: ['Van iedereen minstens één idee.', 'At least one idea from everyone.'],
    }),
    step({
      title: ['Naspelen en bijstellen', 'Act it out and adjust'],
      how: [40, 'group', 'rolePlay', 'experiment.learningLog'],
      prompt: [
        'Speel het idee na: wie doet wat, en wat zegt die ander? Pas het aan als het stroef gaat.',
        'Act the idea out: who does what, and what does the other say? Change it where it does not run well.',
      ],
      goal: ['Wat we leerden toen we het naspeelden.', 'What we learned when we acted it out.'],
    }),
    step({
      title: ['Pauze', 'Break'],
      how: [10, 'plenary', 'break', '-'],
      prompt: ['Even pauze. Haal iets te drinken.', 'Take a break. Get something to drink.'],
      goal: ['Iedereen is weer fris.', 'Everyone is fresh again.'],
    }),
    step({
      title: ['Proefkaart en verdeling', 'Experiment card and who gains or pays'],
      how: [30, 'group', 'testCard', 'experiment.card/distribution/effects'],
      prompt: [
        'Vul de kaart van de proef in. Zeg ook wie wint, wie betaalt en wat er mis kan gaan.',
        'Fill in the card of the trial. Say too who gains, who pays and what may go wrong.',
      ],
      goal: [
        'Een proef met meting, en een eerlijk beeld van de verdeling.',
        'A trial with a measure, and an honest picture of who gains and who bears.',
      ],
    }),
    step({
      title: ['Besluiten', 'Decide'],
      how: [20, 'plenary', 'consent', 'ballot+decision'],
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
      title: ['Terugblik', 'Look back'],
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
