/**
 * How a report looks as a PDF, in the language of Typst. What people wrote comes in as data and is never read as markup;
 * the compiler refuses what PDF/UA-1 does not allow, such as a picture without words.
 */
export const template = `
#let report = json("/report.json")
#let ink = rgb("#112121")
#let soft = rgb("#374949")
#let ditch = rgb("#bfd6db")
#let water = rgb("#005764")
#let light = rgb("#fad838")
#let edge = 2.1cm
#let size(points) = points * report.fit * 1pt

#set document(title: report.title, author: "Polder", description: report.subtitle, date: none)
#set text(lang: report.locale, font: report.fonts, size: size(10), fill: ink, hyphenate: not report.short)
#set par(leading: 0.62em, spacing: 0.85em, justify: false)
#set page(
  paper: "a4",
  margin: (x: edge, top: if report.short { 1.4cm } else { 1.9cm }, bottom: if report.short { 1.7cm } else { 2.1cm }),
  footer: context {
    set text(size: 8pt, fill: soft)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      report.foot,
      [#report.words.page #counter(page).display()],
    )
  },
)
#show heading: set text(hyphenate: false)
#show heading: it => block(above: 1.5em, below: 0.6em, sticky: true, it)
#show heading.where(level: 1): set text(size: if report.short { size(11.5) } else { 15pt }, weight: 600)
#show heading.where(level: 1): it => if report.short { it } else {
  block(above: 2em, below: 0.75em, sticky: true, width: 100%, stroke: (top: 2.2pt + ditch), inset: (top: 9pt), it)
}
#show heading.where(level: 2): set text(size: if report.short { size(10.5) } else { 12pt }, weight: 600)
#show heading.where(level: 3): set text(size: size(10.5), weight: 600)
#show figure: set block(breakable: true)
#show figure: set align(left)
#show figure.caption: it => block(sticky: true, text(weight: 600, size: size(9.5), it.body))
#set figure(numbering: none, supplement: none, gap: 0.5em)
#show figure.where(kind: "table"): set figure.caption(position: top)
#show figure.where(kind: "picture"): set figure.caption(position: bottom)
#set list(marker: ([•], [–]), indent: 2pt, body-indent: 6pt, spacing: 0.6em)
#set enum(indent: 2pt, body-indent: 6pt, spacing: 0.6em)
#show link: set text(fill: water)

#let lines(words) = words.split("\\n").join(linebreak())
// The first time that pages are made up nobody knows where a mark leads to. Its words stand there all the same: if they
// came later, every row after them would move and all of a long table would be measured again.
#let mark(to, words) = context if query(label(to)).len() > 0 { link(label(to), words) } else { words }
#let run(r) = {
  let body = lines(r.text)
  if r.at("italic", default: false) { body = emph(body) }
  if r.at("bold", default: false) { body = strong(body) }
  if r.at("rtl", default: false) { body = text(dir: rtl, body) }
  if "to" in r { [#sym.space.nobreak] + mark(r.to, text(size: 0.85em, body)) }
  else if "href" in r { link(r.href, body) }
  else { body }
}
#let runs(all) = all.map(run).join()
#let spot(item) = if "place" in item { [#metadata(none)#label(item.place)] }
#let said(item) = {
  let body = spot(item) + runs(item.runs)
  if item.at("rtl", default: false) { align(right, text(dir: rtl, body)) } else { body }
}

#let items(all, ordered) = {
  let bodies = all.map(item => said(item) + if item.items.len() > 0 { items(item.items, ordered) })
  if ordered { enum(..bodies) } else { list(..bodies) }
}

#let sheet(b) = figure(kind: "table", caption: if b.echo { none } else { b.caption }, {
  set text(size: size(8.6))
  set par(leading: 0.5em)
  table(
    columns: b.widths.map(width => width * 1fr),
    stroke: (x, y) => (bottom: 0.5pt + ditch),
    inset: (x, y) => (left: if x == 0 { 0pt } else { 4pt }, right: 4pt, y: 4.2pt),
    align: left + top,
    table.header(..b.head.map(words => text(weight: 600, fill: soft, size: size(8.2), hyphenate: false, words))),
    ..b.rows.flatten().map(cell => said(cell)),
  )
})

#let square(kind, colour) = box(
  width: 11pt,
  height: 6.5pt,
  stroke: if kind == "full" { none } else { 1pt + colour },
  fill: if kind == "full" { colour } else if kind == "half" { tiling(size: (3pt, 3pt), rect(width: 1.5pt, height: 3pt, fill: colour)) } else { none },
)
#let strips(b) = {
  if not b.echo { block(below: 0.5em, sticky: true, text(weight: 600, size: size(9.5), hyphenate: false, b.caption)) }
  block(width: 100%, stroke: (y: 2.2pt + ditch), breakable: false, grid(
  columns: b.strips.map(strip => 1fr),
  stroke: (x, y) => if x > 0 { (left: 2.2pt + ditch) },
  inset: (x, y) => (left: if x == 0 { 0pt } else { 8pt }, right: 6pt, y: 7pt),
  ..b.strips.map(strip => stack(
    spacing: 5pt,
    {
      for sign in strip.signs { pdf.artifact(box(height: 8.5pt, baseline: 1pt, image(bytes(sign), format: "svg"))); h(3pt) }
      text(weight: 600, size: size(9), hyphenate: false, strip.title)
    },
    if strip.marks.len() > 0 { pdf.artifact(strip.marks.map(kind => square(kind, rgb(strip.colour))).join(h(2pt))) },
    text(size: size(8.5), fill: soft, hyphenate: false, strip.words),
  )),
))
}

#let block-of(b) = {
  // The label belongs to the heading itself: what stands inside it stands in the list of contents too.
  if b.type == "heading" { if "place" in b { [#heading(level: b.level, b.text)#label(b.place)] } else { heading(level: b.level, b.text) } }
  else if b.type == "paragraph" { block(sticky: b.at("leads", default: false), par(said(b))) }
  else if b.type == "quote" {
    block(stroke: (left: 2.5pt + light), inset: (left: 9pt, y: 2pt), breakable: false, {
      quote(block: false, quotes: false, text(size: 1.1em, hyphenate: false, said(b)))
      if b.source != none { linebreak(); text(size: size(8.5), fill: soft, b.source) }
    })
  }
  else if b.type == "list" { items(b.items, b.ordered) }
  else if b.type == "facts" {
    spot(b)
    terms(
      separator: [: ],
      hanging-indent: 1em,
      spacing: 0.6em,
      ..b.rows.map(row => terms.item(row.label, runs(row.runs))),
    )
  }
  else if b.type == "table" { sheet(b) }
  else if b.type == "note" {
    block(width: 100%, fill: if b.tone == "caution" { rgb("#fdf5cb") } else { rgb("#e9f1f2") }, inset: 8pt, {
      if b.tone == "caution" { strong(said(b)) } else { said(b) }
    })
  }
  else if b.type == "strips" { strips(b) }
  else if b.type == "figure" {
    figure(kind: "picture", caption: if b.echo { none } else { b.caption }, image(bytes(b.svg), format: "svg", alt: b.alternative, width: 100%))
  }
}

#let cover = report.facts.len() > 0
#let sky = gradient.linear(angle: 90deg, (rgb("#d4e7ed"), 0%), (rgb("#e9f1f2"), 55%), (rgb("#fcf7dc"), 100%))
#let name = grid(
  columns: (auto, 1fr, auto),
  column-gutter: 9pt,
  align: horizon,
  if report.logo != none { image("/logo", alt: report.logo.words, height: report.logo.share * if cover { 40pt } else { 26pt }) } else { pdf.artifact(image(bytes(report.mark), format: "svg", height: if cover { 24pt } else { 18pt })) },
  text(weight: 600, size: if cover { 11pt } else { 1em }, report.title),
  text(size: size(9), if cover { [] } else { report.kicker }),
)
#block(
  width: 100%,
  outset: (x: edge, top: 1.9cm, bottom: if cover { 26pt } else { 9pt }),
  fill: sky,
  {
    name
    if cover {
      v(3.6cm)
      text(size: 11pt, report.kicker)
      v(2pt)
    } else { v(9pt) }
    set par(leading: 0.4em)
    show title: set text(size: if cover { 29pt } else if report.short { size(19) } else { 22pt }, weight: 400, tracking: -0.02em, hyphenate: false)
    title(report.question)
  },
)
#v(-1.2em + if cover { 27pt } else { 9pt })
#pad(x: -edge, pdf.artifact(grid(
  columns: (75fr, 0.4fr, 24.6fr),
  rect(width: 100%, height: if cover { 5pt } else { 3.6pt }, fill: ink, stroke: none),
  none,
  rect(width: 100%, height: if cover { 5pt } else { 3.6pt }, fill: light, stroke: none),
)))

#for b in report.warnings { block-of(b) }
#if cover {
  v(6pt)
  set text(size: 9.5pt)
  terms(
    separator: [: ],
    hanging-indent: 1em,
    spacing: 0.75em,
    ..report.facts.map(fact => terms.item(fact.label, fact.text)),
  )
}
#if not report.short {
  outline(title: report.words.contents, depth: 1)
}
#if cover { pagebreak() }
#for b in report.blocks { block-of(b) }
`
