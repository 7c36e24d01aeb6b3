/** How a report looks, on a screen and on A4; light in both, as paper is. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 112.5%/1.5 'Atkinson Hyperlegible Next', Verdana, 'DejaVu Sans', sans-serif; color: #112121; background: #e9f1f2; scroll-padding-top: 1rem; }
body { margin: 0; }
main { max-width: 50rem; margin: 0 auto; background: #fff; }
header { padding: 1.9rem 3.5rem 1.4rem; background: linear-gradient(180deg, #d4e7ed, #e9f1f2 55%, #fcf7dc); border-bottom: 5px solid; border-image: linear-gradient(90deg, #112121 75%, #fff 0 75.4%, #fad838 0) 1; }
.kicker { margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; font-size: .9rem; }
.brand { display: inline-flex; align-items: center; gap: .75rem; font-weight: 640; }
.brand img { height: 2.5rem; width: auto; max-width: 12rem; object-fit: contain; }
h1 { margin: 1.35rem 0 0; font-size: 1.95rem; line-height: 1.15; font-weight: 400; letter-spacing: -.02em; text-wrap: pretty; overflow-wrap: break-word; }
.cover header { padding: 2.5rem 3.5rem 1.9rem; }
.cover .brand img { height: 3.5rem; max-width: 21rem; }
.cover h1 { margin-top: 4.5rem; font-size: 2.5rem; line-height: 1.1; }
.facts { margin: 1.4rem 0 0; font-size: .92rem; }
.content { padding: .25rem 3.5rem 2rem; overflow-wrap: break-word; }
nav { margin: 1.75rem 0 0; padding: .25rem 1.25rem 1rem; background: #f3f8f4; }
nav h2 { margin: .75rem 0 .5rem; border: 0; padding: 0; font-size: 1.05rem; }
nav ol { columns: 2 14rem; column-gap: 2rem; margin: 0; }
nav li { padding: .1rem 0; break-inside: avoid; }
h2 { margin: 2.4rem 0 .75rem; padding-top: .75rem; border-top: 3px solid #bfd6db; font-size: 1.45rem; line-height: 1.2; font-weight: 620; text-wrap: pretty; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.15rem; line-height: 1.25; }
h4 { margin: 1.25rem 0 .35rem; font-size: 1rem; }
p, ul, ol, dl, blockquote, figure { margin: 0 0 .75rem; }
ul, ol { padding-left: 1.4rem; }
blockquote { padding: .1rem 0 .1rem 1rem; border-left: 4px solid #fad838; font-size: 1.12rem; line-height: 1.4; }
blockquote p { margin: 0; white-space: pre-line; }
blockquote cite { font-style: normal; font-size: .85rem; color: #374949; }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .35rem 1.25rem; }
dt { color: #374949; }
dd { margin: 0; white-space: pre-line; }
.echo { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.note { padding: .6rem 1rem; background: #e9f1f2; }
.caution { background: #fdf5cb; font-weight: 600; }
.strips { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 3px; margin: 0 0 1rem; background: #bfd6db; border-block: 3px solid #bfd6db; }
.strips > div { background: #fff; padding: .5rem .75rem .55rem; }
.asked { margin: .9rem 0 .35rem; font-weight: 600; font-size: .92rem; line-height: 1.3; }
.strips p { margin: 0; }
.group { display: flex; flex-wrap: wrap; gap: .3rem .45rem; align-items: center; font-weight: 600; font-size: .85rem; line-height: 1.25; }
.marks { display: flex; flex-wrap: wrap; gap: 3px; padding: .4rem 0 .3rem; }
.marks i { width: 17px; height: 10px; background: var(--c); -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.marks .half { background: linear-gradient(90deg, var(--c) 50%, #fff 0) 0 0/4px 100%; box-shadow: inset 0 0 0 1.5px var(--c); }
.marks .open { background: #fff; box-shadow: inset 0 0 0 1.5px var(--c); }
.few { font-size: .8rem; line-height: 1.3; color: #374949; }
.wide { overflow-x: auto; margin: 0 0 1rem; }
table { width: 100%; border-collapse: collapse; font-size: .88rem; line-height: 1.35; }
caption { padding: .25rem 0 .35rem; text-align: left; font-weight: 600; }
th, td { padding: .4rem .9rem .4rem 0; text-align: left; vertical-align: top; border-top: 1px solid #bfd6db; min-width: 3.5rem; }
thead th { border-top: 0; color: #374949; font-weight: 560; font-size: .82rem; }
tbody th { font-weight: inherit; }
figure img { display: block; width: 100%; height: auto; border: 1px solid #bfd6db; padding: .5rem; }
figcaption { font-size: .85rem; color: #374949; }
a { color: #005764; }
.number { font-size: .85em; text-decoration: none; white-space: nowrap; }
.number:hover, .back:hover { text-decoration: underline; }
.back { display: inline-block; min-width: 1.5rem; text-align: center; text-decoration: none; font-weight: 400; font-size: .85rem; line-height: 1.5rem; }
:target { background: #fdf5cb; }
footer { display: flex; flex-wrap: wrap; gap: .25rem 2rem; justify-content: space-between; padding: 1rem 3.5rem 1.75rem; font-size: .8rem; color: #374949; }
.wide:focus-visible, a:focus-visible { outline: 3px solid #112121; outline-offset: 2px; box-shadow: 0 0 0 5px #fad838; }
@media (max-width: 40rem) { header, .content, footer { padding-inline: 1rem; } h1, .cover h1 { font-size: 1.5rem; } .cover header { padding: 1.5rem 1rem 1.25rem; } .cover h1 { margin-top: 2.5rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@page { size: A4; margin: 16mm 15mm; }
@media print {
  html { font-size: 10.5pt; background: none; }
  main { max-width: none; }
  header { padding: 6mm 8mm; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .cover { break-after: page; }
  .cover header { padding: 10mm 8mm 8mm; }
  .cover h1 { margin-top: 40mm; }
  .content, footer { padding-inline: 0; }
  .wide { overflow: visible; }
  .back { display: none; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, blockquote, figure, .strips, dl > * { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`.trim()
