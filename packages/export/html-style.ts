/** How a report looks, on a screen and on A4; light in both, as paper is. */
export const reportStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 112.5%/1.5 'Atkinson Hyperlegible Next', Verdana, 'DejaVu Sans', sans-serif; color: #112121; background: #e9f1f2; }
body { margin: 0; }
main { max-width: 48rem; margin: 0 auto; background: #fff; }
header { padding: 2rem 2.5rem 1.5rem; background: linear-gradient(180deg, #d4e7ed, #e9f1f2 55%, #fcf7dc); border-bottom: 5px solid; border-image: linear-gradient(90deg, #112121 75%, #fff 0 75.4%, #fad838 0) 1; }
.kicker { margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; }
h1 { margin: 1rem 0 0; font-size: 2rem; line-height: 1.15; font-weight: 500; text-wrap: pretty; }
.question { margin: .75rem 0 0; font-size: 1.25rem; line-height: 1.35; }
.content { padding: .5rem 2.5rem 2.5rem; overflow-wrap: break-word; }
h2 { margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 3px solid #bfd6db; font-size: 1.5rem; line-height: 1.2; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.15rem; line-height: 1.25; }
h4 { margin: 1.25rem 0 .35rem; font-size: 1rem; }
p, ul, ol, dl, blockquote, figure { margin: 0 0 .75rem; }
ul, ol { padding-left: 1.4rem; }
blockquote { padding: .1rem 0 .1rem 1rem; border-left: 4px solid #fad838; font-size: 1.1rem; }
blockquote p { margin: 0; white-space: pre-line; }
blockquote cite { font-style: normal; font-size: .85rem; color: #374949; }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .35rem 1.25rem; }
dt { color: #374949; }
dd { margin: 0; white-space: pre-line; }
.note { padding: .6rem 1rem; background: #e9f1f2; }
.caution { background: #fdf5cb; font-weight: 600; }
.wide { overflow-x: auto; margin: 0 0 1rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; line-height: 1.35; }
caption { padding: .25rem 0 .35rem; text-align: left; font-weight: 600; }
th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top; border-top: 1px solid #bfd6db; }
thead th { border-top: 0; color: #374949; font-weight: 600; }
tbody th { font-weight: inherit; }
figure img { display: block; width: 100%; height: auto; border: 1px solid #bfd6db; }
figcaption { font-size: .9rem; color: #374949; }
a { color: #005764; }
.wide:focus-visible, a:focus-visible { outline: 3px solid #005764; outline-offset: 2px; }
@media (max-width: 30rem) { header, .content { padding-inline: 1rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 10.5pt; background: none; }
  main { max-width: none; }
  header { padding: 6mm 8mm; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .content { padding: 0; }
  .wide { overflow: visible; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, blockquote, figure, dl > * { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
`.trim()
