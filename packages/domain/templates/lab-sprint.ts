import { both, step, type Template } from './template.ts'

export const labSprint: Template = {
  id: 'tpl-lab-sprint',
  title: both(['Labsprint in vijf dagdelen', 'Lab sprint in five half-days']),
  purpose: both([
    'In twee weken de wijk in: luisteren, begrijpen, proberen, laten zien.',
    'Two weeks in the neighbourhood: listen, understand, try, show.',
  ]),
  people: '6-15',
  steps: [
    step({
      title: ['Team maken en afspraken', 'Form the team, agree on rules'],
      how: [40, 'plenary', 'opening', 'session'],
      prompt: [
        'Maak kennis. Wat kan jij goed, en wat heb je nodig? Maak afspraken over tijd en over wat je met verhalen doet.',
        'Get to know each other. What are you good at, and what do you need? Agree on time and on what you do with stories.',
      ],
      goal: ['Een team met afspraken.', 'A team with ground rules.'],
      part: ['Dagdeel 1', 'Half-day 1'],
    }),
    step({
      title: ['De wijk in: verhalen ophalen', 'Into the neighbourhood: collect stories'],
      how: [110, 'duo', 'interviews', 'evidence'],
      prompt: [
        'Ga met twee de wijk in. Vraag mensen naar een gewone dag. Luister meer dan je praat, en vraag of je het mag opschrijven.',
        'Go into the neighbourhood in pairs. Ask people about an ordinary day. Listen more than you talk, and ask whether you may write it down.',
      ],
      goal: ['Verhalen van mensen zelf, met hun goedvinden.', 'Stories of people themselves, with their consent.'],
      part: ['Dagdeel 1', 'Half-day 1'],
    }),
    step({
      title: ['Verhalen aan de muur', 'Stories on the wall'],
      how: [30, 'group', 'clustering', 'evidence'],
      prompt: [
        'Hang elk verhaal op. Lees ze van elkaar. Leg bij elkaar wat op elkaar lijkt.',
        'Put each story up. Read each other’s. Put together what is alike.',
      ],
      goal: ['Verhalen in groepjes.', 'Stories in clusters.'],
      part: ['Dagdeel 1', 'Half-day 1'],
    }),
    step({
      title: ['Patronen en overtuigingen', 'Patterns and beliefs'],
      how: [70, 'group', 'iceberg', 'problem.patterns/structures/beliefs'],
      prompt: [
        'Wat gebeurt er steeds weer? Welke regels houden dat in stand? Wat geloven mensen dan?',
        'What happens again and again? Which rules keep it going? What do people believe then?',
      ],
      goal: [
        'Patronen, regels en overtuigingen onder de verhalen.',
        'Patterns, rules and beliefs beneath the stories.',
      ],
      part: ['Dagdeel 2', 'Half-day 2'],
    }),
    step({
      title: ['Terug naar de vertellers: klopt dit?', 'Back to the tellers: is this right?'],
      how: [60, 'duo', 'memberCheck', 'evidence+problem'],
      prompt: [
        'Ga terug naar wie jullie een verhaal gaf. Vertel wat je erin zag. Klopt het?',
        'Go back to whoever gave you a story. Tell what you saw in it. Is it right?',
      ],
      goal: ['Verhalen die volgens de vertellers kloppen.', 'Stories that are right according to who told them.'],
      part: ['Dagdeel 2', 'Half-day 2'],
    }),
    step({
      title: ['De vraag kiezen', 'Choose the question'],
      how: [50, 'plenary', 'gradients8', 'formulation+ballot'],
      anonymity: 'names',
      prompt: [
        'Maak vragen die beginnen met: Hoe kunnen we... Kies er één waar iedereen mee kan leven.',
        'Make questions that begin with: How might we... Choose one that everyone can live with.',
      ],
      goal: [
        'Eén gekozen vraag, met wat een kleine groep erbij zegt.',
        'One chosen question, with what a small group says about it.',
      ],
      part: ['Dagdeel 2', 'Half-day 2'],
    }),
    step({
      title: ['Kaart van betrokkenen', 'Map of who is involved'],
      how: [80, 'group', 'netMap', 'stakeholder+relation'],
      prompt: [
        'Zet op de kaart wie hiermee te maken heeft en trek lijnen. Wie zit er niet aan tafel?',
        'Put on the map who has to do with this and draw links. Who is not at the table?',
      ],
      goal: ['Een kaart met mensen, lijnen en lege stoelen.', 'A map with people, links and empty chairs.'],
      part: ['Dagdeel 3', 'Half-day 3'],
    }),
    step({
      title: ['Ideeën en aannames', 'Ideas and assumptions'],
      how: [100, 'group', 'ngt', 'experiment.assumptions'],
      anonymity: 'names',
      prompt: [
        'Schrijf eerst in stilte ideeën. Kies er een paar en zeg bij elk: wij denken dat...',
        'First write ideas in silence. Choose some and say of each: we think that...',
      ],
      goal: ['Ideeën met de aannames eronder.', 'Ideas with the assumptions beneath them.'],
      part: ['Dagdeel 3', 'Half-day 3'],
    }),
    step({
      title: ['Proef bouwen', 'Build the experiment'],
      how: [60, 'group', 'prototype', 'experiment.card'],
      prompt: [
        'Bouw iets dat je morgen op straat kunt laten zien. Klein en van papier is goed.',
        'Build something that you can show in the street tomorrow. Small and of paper is fine.',
      ],
      goal: ['Iets wat mensen kunnen uitproberen.', 'Something that people can try out.'],
      part: ['Dagdeel 4', 'Half-day 4'],
    }),
    step({
      title: ['Uitproberen op straat', 'Try it in the street'],
      how: [90, 'duo', 'fieldTest', 'experiment.learningLog'],
      prompt: [
        'Laat het mensen proberen. Kijk wat ze doen en schrijf op wat je ziet, niet wat je hoopt.',
        'Let people try it. Watch what they do and write down what you see, not what you hope.',
      ],
      goal: ['Een logboek van wat er gebeurde.', 'A log of what happened.'],
      part: ['Dagdeel 4', 'Half-day 4'],
    }),
    step({
      title: ['Wat zagen we?', 'What did we see?'],
      how: [30, 'group', 'learningCard', 'experiment.learningCards'],
      prompt: [
        'Wat dachten jullie, wat zagen jullie en wat leerden jullie?',
        'What did you think, what did you see and what did you learn?',
      ],
      goal: ['Leerkaarten.', 'Learning cards.'],
      part: ['Dagdeel 4', 'Half-day 4'],
    }),
    step({
      title: ['Wie wint, wie betaalt, welke regel?', 'Who gains, who pays, which rule?'],
      how: [60, 'group', 'distribution', 'experiment.distribution/effects/ruleBarriers'],
      prompt: [
        'Wie krijgt hier iets door, wie betaalt en wie loopt risico? Welke regel zit in de weg?',
        'Who gains by this, who pays and who bears risk? Which rule is in the way?',
      ],
      goal: ['Een eerlijk beeld, en de ruimte die nodig is.', 'An honest picture, and the room that is needed.'],
      part: ['Dagdeel 5', 'Half-day 5'],
    }),
    step({
      title: ['Laten zien aan de wijk', 'Show it to the neighbourhood'],
      how: [75, 'plenary', 'market', 'report'],
      prompt: [
        'Laat aan de wijk zien wat jullie deden. Vraag wat mensen ervan vinden en schrijf het op.',
        'Show the neighbourhood what you did. Ask what people think of it and write it down.',
      ],
      goal: ['Reacties van de wijk.', 'Responses of the neighbourhood.'],
      part: ['Dagdeel 5', 'Half-day 5'],
    }),
    step({
      title: ['Besluiten en afspreken', 'Decide and agree'],
      how: [45, 'plenary', 'consent', 'ballot+decision+action'],
      anonymity: 'names',
      prompt: [
        'Besluit samen: doorgaan, bijstellen of stoppen? Wie doet wat, en wanneer?',
        'Decide together: go on, adjust or stop? Who does what, and when?',
      ],
      goal: [
        'Een besluit met de reden, en acties met een naam en een datum.',
        'A decision with its reason, and actions with a name and a date.',
      ],
      part: ['Dagdeel 5', 'Half-day 5'],
    }),
  ],
}
