/**
 * The look of the house in one sheet, for a page that stands alone. Fonts are those the reader has. No quotes and no
 * angle brackets: React would escape them.
 */
export const archiveStyles = `
:root{color-scheme:light;--paper:#fdfdfb;--ink:#18221e;--ink-2:#46534d;--rule:#d6dcd5;--board:#1d5a45}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#13211b;--ink:#eff4ed;--ink-2:#bac8c0;--rule:#2f443b;--board:#93d6b4}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1rem 4rem;background:var(--paper);color:var(--ink);
font:1.0625rem/1.5 Schibsted Grotesk,system-ui,-apple-system,Segoe UI,Noto Sans Khmer,sans-serif;overflow-wrap:anywhere}
.site{margin:0 0 2rem;padding-bottom:.75rem;border-bottom:2px solid;font-weight:700}
h1{margin:0 0 1rem;font-size:2rem;line-height:1.15}
h2{margin:3rem 0 0;padding-bottom:.5rem;border-bottom:2px solid;font-size:1.25rem}
p{margin:0 0 .75rem}
h2+p{margin-top:.75rem}
.quiet{color:var(--ink-2)}
dl{margin:0;padding:.75rem 0;border-bottom:1px solid var(--rule);break-inside:avoid}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem}
dt{flex:0 0 10rem;color:var(--ink-2)}
dd{flex:1 1 16rem;margin:0;white-space:pre-line}
a{color:var(--board)}
@media print{:root{--paper:#fff;--ink:#000;--ink-2:#333;--rule:#999;--board:#000}body{max-width:none;padding:0;font-size:10pt}}
`;
