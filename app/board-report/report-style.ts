/** The look of the document, on paper and on a screen: one column, letters that can be read, nothing by colour alone. */
export const reportStyle = `
:root { color-scheme: light }
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #1c2430; background: #fff; max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem } h2 { font-size: 1.35rem; margin: 2.25rem 0 .5rem; border-bottom: 2px solid #0b5d62; padding-bottom: .25rem }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .25rem } p { margin: .35rem 0 }
.meta { color: #4a5565 } .say { border-left: 4px solid #0b5d62; padding: .5rem .9rem; background: #f1f7f7; margin: 1rem 0 }
.source { font-style: italic; color: #333d4b } .big { font-size: 1.5rem; font-weight: 700 }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; margin: .5rem 0 }
caption { text-align: left; font-weight: 600; padding: .25rem 0 } th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid #c9d0d8 }
thead th { border-bottom: 2px solid #8892a0 } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
section { break-inside: auto } article { break-inside: avoid }
@page { size: letter; margin: 18mm 16mm }
@media print { body { padding: 0; max-width: none; font-size: 11pt } a { color: inherit; text-decoration: none } tr { break-inside: avoid } h2, h3 { break-after: avoid } }
`;
