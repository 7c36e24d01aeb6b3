import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText, proseFromJson, proseToJson, type ProseNode } from '#crdt/prose.ts'
import { proseFromHtml } from './pasted-html.ts'

/** Prose in short: `p(…)`, `ul(li(p(…)))`, with `*bold*`, `_italic_` and `[words](address)`. */
const short = (html: string): string => proseFromHtml(html).content.map(told).join(' ')
const names: { readonly [type: string]: string | undefined } = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'quote',
}
const told = (node: ProseNode): string => {
  if (node.type !== 'text') return `${names[node.type]}(${(node.content ?? []).map(told).join('')})`
  return (node.marks ?? []).reduce((words, { type, attrs }) => {
    if (type === 'bold') return `*${words}*`
    return type === 'italic' ? `_${words}_` : `[${words}](${attrs?.['href']})`
  }, node.text ?? '')
}

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} p.MsoNormal {margin:0cm;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->
<h1>Wat wij horen<o:p></o:p></h1>
<p class=MsoNormal><span style='font-size:12.0pt'>Ouderen&nbsp;zien <b style='mso-bidi-font-weight:normal'>elke week</b>
iemand anders.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>&middot;<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Geen tijd<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>&middot;
</span>Geen vast gezicht<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Eerst</p>
<table class=MsoTable><tr><td><p class=MsoNormal>Hulp</p></td><td>35 minuten</td></tr></table>
<!--EndFragment--></body></html>`

test('what comes from Word keeps its words, lists and bold, and nothing of its looks', () => {
  expect(short(word)).toBe(
    'p(*Wat wij horen*) p(Ouderen zien *elke week* iemand anders.) ul(li(p(Geen tijd))li(p(Geen vast gezicht))) ' +
      'ol(li(p(Eerst))) p(Hulp) p(35 minuten)',
  )
})

test.each([
  ['<p>een</p><p>twee</p>', 'p(een) p(twee)'],
  ['een<br>twee', 'p(een) p(twee)'],
  ['<div><div>een</div>twee</div>', 'p(een) p(twee)'],
  ['<ul><li>een<ul><li>twee</li></ul></li><li>drie</li></ul>', 'ul(li(p(een)ul(li(p(twee))))li(p(drie)))'],
  ['<ul><li>een<li>twee</ul>na', 'ul(li(p(een))li(p(twee))) p(na)'],
  ['<li>los</li>', 'ul(li(p(los)))'],
  ['<ol><ul><li>diep</li></ul></ol>', 'ol(li(p()ul(li(p(diep)))))'],
  ['<blockquote><p>zei zij</p></blockquote>', 'quote(p(zei zij))'],
  ['<b style="font-weight:normal">uit <span style="font-weight:700">Docs</span></b>', 'p(uit *Docs*)'],
  ['<i>schuin</i> <em>ook</em>', 'p(_schuin_ _ook_)'],
  ['<a href="https://voorbeeld.nl/a?b=1&amp;c=2">lees</a>', 'p([lees](https://voorbeeld.nl/a?b=1&c=2))'],
  ['<a href="javascript:alert(1)">klik</a>', 'p(klik)'],
  ['<a href="JaVa\nScript:alert(1)">klik</a>', 'p(klik)'],
  ['<script>alert(1)</script><p onclick="alert(1)">tekst</p><img src=x onerror=alert(1)>', 'p(tekst)'],
  ['<style>p { color: red }</style>rood', 'p(rood)'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'p(a · b) p(c)'],
  ['3 < 4 en 5 > 4 &amp; klaar', 'p(3 < 4 en 5 > 4 & klaar)'],
  ['<p>  veel \n  ruimte&nbsp; </p>', 'p(veel ruimte)'],
  ['', ''],
  ['<p></p><p> </p>', ''],
])('%s', (html, expected) => {
  expect(short(html)).toBe(expected)
})

test('whatever is pasted comes out as rich text that we keep', () => {
  const piece = fc.constantFrom(
    ...'<p>|</p>|<ul>|</ul>|<li>|</li>|<ol>|<blockquote>|</blockquote>|<b>|</b>|<i>|<a href="https://x.nl">|</a>|<br>|<td>|tekst| |&nbsp;|<!--|-->|<|>|"|<h2>|</h2>|<span style=\'mso-list:Ignore\'>|</span>|<p style="mso-list:l0">|<style>|</style>'.split(
      '|',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const prose = proseFromHtml(pieces.join(''))
      expect(proseFromJson(proseToJson(prose))).toBeDefined()
      expect(plainText(prose)).not.toMatch(/mso-list|https:/)
    }),
  )
})

test('a megabyte of anything is read in a moment', () => {
  for (const html of ['<a "', '<p>woord ', "<b style='", '<', '<ul><li>']) {
    const start = process.cpuUsage()
    proseFromHtml(html.repeat(Math.ceil(1_000_000 / html.length)))
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000)
  }
})
