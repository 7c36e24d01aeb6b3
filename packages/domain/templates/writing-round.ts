import { both, step, type Template } from './template.ts'

export const writingRound: Template = {
  id: 'tpl-writing-round',
  title: both(['Schrijfronde in je eigen tijd', 'Writing round in your own time']),
  purpose: both(['Meedoen zonder bijeenkomst, in tien dagen.', 'Take part without a meeting, in ten days.']),
  people: '5-100',
  inOwnTime: true,
  steps: [
    step({
      title: ['Lees de vraag en de afspraken', 'Read the question and the rules'],
      how: [5, 'alone', 'read', 'problem'],
      prompt: [
        'Lees de vraag en de afspraken. Is iets niet duidelijk? Zet er een opmerking bij.',
        'Read the question and the ground rules. Is something unclear? Leave a remark.',
      ],
      goal: ['Iedereen weet waar het over gaat.', 'Everyone knows what it is about.'],
      days: [0, 0],
    }),
    step({
      title: ['Schrijf wat jij meemaakt', 'Write what you experience'],
      how: [10, 'alone', 'silentBrainstorm', 'evidence'],
      anonymity: 'names',
      prompt: [
        'Schrijf op wat jij hebt meegemaakt. Eén ding per kaartje. Het hoeft niet netjes.',
        'Write down what you went through. One thing on each card. It need not be tidy.',
      ],
      goal: ['Ieders eigen verhaal.', 'Everyone’s own story.'],
      days: [0, 2],
    }),
    step({
      title: ['Vul de kaart aan en schat zelf', 'Add to the map and estimate'],
      how: [10, 'alone', 'estimate', 'stakeholder.estimates'],
      anonymity: 'names',
      prompt: [
        'Wie mist er op de kaart? Zet die erbij. Schat dan zelf hoeveel ieder te zeggen heeft en hoe hard het ze raakt.',
        'Who is missing on the map? Add them. Then estimate yourself how much say each has and how hard it hits them.',
      ],
      goal: ['Een kaart die klopt, met ieders eigen schatting.', 'A map that is right, with everyone’s own estimate.'],
      days: [2, 4],
    }),
    step({
      title: ['Reageer op drie anderen', 'React to three others'],
      how: [10, 'alone', 'react', 'formulation'],
      prompt: [
        'Lees wat anderen schreven. Reageer op drie van hen: wat herken je, wat mist er?',
        'Read what others wrote. Respond to three of them: what do you recognise, what is missing?',
      ],
      goal: ['Vragen die door anderen zijn aangescherpt.', 'Questions that others have sharpened.'],
      days: [3, 6],
    }),
    step({
      title: ['Stem en zeg waarom', 'Vote and say why'],
      how: [5, 'alone', 'gradients8', 'ballot'],
      anonymity: 'secret',
      prompt: [
        'Hoe sta jij in het voorstel? Zeg ook waarom. Je kunt je stem veranderen tot de ronde sluit.',
        'Where do you stand on the proposal? Say why too. You can change your vote until the round closes.',
      ],
      goal: ['Zien hoe elke groep erin staat.', 'See where each group stands.'],
      days: [6, 8],
    }),
    step({
      title: ['Lees de uitkomst en reageer', 'Read the result and respond'],
      how: [5, 'alone', 'read', 'decision+exitQuestion'],
      anonymity: 'secret',
      prompt: [
        'Lees de uitkomst. Zie je terug wat jij inbracht? Beantwoord drie korte vragen.',
        'Read the result. Do you see what you brought in? Answer three short questions.',
      ],
      goal: ['Weten wat er met ieders inbreng gebeurde.', 'Knowing what happened with everyone’s contribution.'],
      days: [9, 9],
    }),
  ],
}
