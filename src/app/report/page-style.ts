/** The style of the page of the report: light and dark, wide and narrow, and on paper. */
import { lanesStyle } from "../../export/lanes-svg.ts";

const light =
  "--paper:#fff;--panel:#f4f6f8;--ink:#1b2027;--dim:#55606d;--line:#d4dae1;--right:#00664a;--close:#7a5000;--wrong:#b03a00;--link:#005a91";
const dark =
  "--paper:#14181d;--panel:#1d232a;--ink:#e6eaef;--dim:#a4afbb;--line:#3a434d;--right:#4fcaa2;--close:#e9b53c;--wrong:#ff9469;--link:#7cc0f0";

export const pageStyle = `
html{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){html{${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:68rem;padding:1.5rem clamp(1rem,4vw,2.5rem) 3rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.25;margin:0;text-wrap:balance}
h1{font-size:1.75rem}
h2{font-size:1.35rem}
h3{font-size:1.05rem;margin-top:1.6rem}
h4{font-size:1rem}
p{margin:.4rem 0;max-width:46rem}
a{color:var(--link)}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.dim{color:var(--dim)}
header{border-bottom:3px solid var(--ink);padding-bottom:1rem;margin-bottom:1.5rem}
header .over{margin:0 0 .2rem;color:var(--dim);font-size:.9rem}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));gap:1rem;margin:1rem 0}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.2rem}
section.panel{margin-bottom:1rem}
.panel h2{font-size:1.05rem;margin-bottom:.5rem}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}
dl.facts dt{color:var(--dim)}
dl.facts dd{margin:0;min-width:0}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:.3rem 0;padding:0}
.lesson{border-top:1px solid var(--line);margin-top:2.2rem;padding-top:1.4rem}
ul.asked{list-style:none;margin:.5rem 0 0;padding:0;display:grid;gap:.6rem}
ul.asked>li{background:var(--panel);border:1px solid var(--line);border-left:.35rem solid var(--dim);border-radius:.4rem;padding:.65rem .9rem}
ul.asked>li.right{border-left-color:var(--right)}
ul.asked>li.close{border-left-color:var(--close)}
ul.asked>li.wrong{border-left-color:var(--wrong)}
ul.asked .ask{margin:0;max-width:none}
dl.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:.4rem 1.5rem;margin:.5rem 0 0}
dl.pair>div{min-width:0}
dl.pair dt{color:var(--dim);font-size:.85rem}
dl.pair dd{margin:0;font-weight:600}
dl.pair ol,dl.pair ul{margin:0;padding-left:1.2rem}
.outcome{font-weight:600}
.outcome.right{color:var(--right)}
.outcome.close{color:var(--close)}
.outcome.wrong{color:var(--wrong)}
.lab{margin-top:.6rem}
.lab+.lab{margin-top:2rem}
table{border-collapse:collapse;margin:.5rem 0;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--dim);font-size:.9rem;padding-bottom:.25rem}
th,td{padding:.25rem .9rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{color:var(--dim);font-weight:400;font-size:.85rem}
tbody th{font-weight:600}
td.figure,th.figure{text-align:right}
td.figure{white-space:nowrap}
.runs{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1rem 1.5rem;margin:.6rem 0}
figure{margin:0;max-width:40rem;min-width:0}
figcaption{font-size:.9rem;margin-bottom:.2rem}
figcaption strong{font-weight:600}
ul.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:.4rem 0;padding:0;font-size:.85rem;color:var(--dim)}
ul.legend li{display:flex;align-items:center;gap:.4rem}
svg.lanes.sample{width:26px;height:14px;flex:none}
svg.patterns{position:absolute}
.note{font-size:.9rem;color:var(--dim)}
footer{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1rem;color:var(--dim);font-size:.9rem}
@media (max-width:30rem){
body{font-size:15px}
h1{font-size:1.45rem}
dl.facts{grid-template-columns:1fr;gap:0}
dl.facts dd{margin-bottom:.4rem}
table{font-size:.9rem}
th,td{padding-right:.5rem}
}
@media (max-width:24rem){
tbody th{overflow-wrap:anywhere}
}
@media print{
html{color-scheme:light;${light}}
body{max-width:none;padding:0;font-size:10.5pt}
.panel,ul.asked>li{background:none}
nav{display:none}
.lesson{break-before:auto}
h2,h3,h4{break-after:avoid}
figure,ul.asked>li,tr,.panel{break-inside:avoid}
.runs{grid-template-columns:1fr 1fr}
a{color:inherit;text-decoration:none}
svg.lanes{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
${lanesStyle}
`;
