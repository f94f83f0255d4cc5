package org.stargatecalc.render.html;

/** How a page looks: on a wide screen, a narrow one, in the dark and on paper. */
final class Style {
  /** The rules of every page. */
  static final String PAGE =
      """
      :root{--ink:#1b1f24;--soft:#57606a;--line:#d8dee4;--ground:#fff;--band:#f6f8fa;--link:#0550ae}
      *{box-sizing:border-box}
      body{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
      max-width:72rem;margin:0 auto;padding:1.5rem 1rem;color:var(--ink);background:var(--ground)}
      h1,h2,h3{line-height:1.25;margin:2rem 0 .75rem;overflow-wrap:break-word}
      h1{font-size:1.75rem;margin-top:0}h2{font-size:1.3rem;border-top:1px solid var(--line);\
      padding-top:1.5rem}h3{font-size:1.05rem}main h1:not(:first-child){margin-top:3.5rem}
      p,li,dd{max-width:75ch;overflow-wrap:break-word}a{color:var(--link)}
      time,.q,td.n,td .i,th .i{white-space:nowrap}
      .i,.o{display:inline-block;max-width:100%;overflow-wrap:anywhere}
      td .i,th .i,td .o,th .o{display:inline;overflow-wrap:normal}
      dl{display:grid;grid-template-columns:minmax(6rem,max-content) minmax(0,1fr);gap:.3rem 1.25rem;\
      margin:1rem 0}dt{color:var(--soft)}dd{margin:0}
      .box{overflow-x:auto;margin:1rem 0}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.94rem}
      th,td{padding:.35rem .9rem .35rem 0;border-bottom:1px solid var(--line);text-align:left;\
      vertical-align:top}
      th{font-weight:600;vertical-align:bottom;color:var(--soft);border-bottom-width:2px}\
      thead td{border-bottom-width:2px}
      td{white-space:nowrap}td.w{white-space:normal;min-width:18rem;overflow-wrap:break-word}
      th.n,td.n{text-align:right;padding-left:.9rem;padding-right:0}
      th.n:not(:last-child),td.n:not(:last-child){padding-right:.9rem}
      .n+td:not(.n),.n+th:not(.n){padding-left:.9rem}
      .good{color:#116329}.fair{color:#7d4e00}.bad{color:#a40e26}
      .tree{overflow-wrap:anywhere}.tree details,.tree div{margin:.25rem 0 .25rem 1.25rem}.tree summary{margin-left:-1.25rem}
      .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));\
      gap:1rem 1.5rem;margin:1.5rem 0;align-items:start}
      figure{margin:0}figure svg{display:block;width:100%;max-width:40rem;height:auto}
      dd .spark{max-width:100%}.spark{fill:#4477aa;vertical-align:-.15em}.spark .axis{stroke:var(--line);fill:none}
      .spark .mark{stroke:var(--ink);stroke-width:2;fill:none}
      footer{margin-top:3rem;border-top:1px solid var(--line);font-size:.875rem;color:var(--soft)}
      footer dd{overflow-wrap:anywhere}
      @media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .6rem}h1{font-size:1.4rem}\
      td.w{min-width:12rem}td:first-child{white-space:normal}td:first-child:not(:has(b),:empty){min-width:7rem}\
      .tree details,.tree div{margin-left:.6rem}.tree summary{margin-left:-.6rem}}
      @media screen and (prefers-color-scheme:dark){
      :root{--ink:#e6edf3;--soft:#9da7b3;--line:#30363d;--ground:#0d1117;--band:#161b22;--link:#79c0ff}
      .good{color:#7ee787}.fair{color:#e3b341}.bad{color:#ff7b72}.spark{fill:#77aadd}}
      @media print{@page{margin:15mm}body{font-size:10pt;max-width:none;padding:0}
      h1,h2,h3{break-after:avoid}tr,figure,dl{break-inside:avoid}
      .box{overflow:visible}table{font-size:8pt}td,td.w{white-space:normal;min-width:0}\
      td:first-child:not(.w){white-space:nowrap}
      th,td{padding-right:.5rem}td.n,th.n{padding-left:.5rem}.charts{grid-template-columns:1fr 1fr}
      a{color:inherit}}
      """;

  private Style() {}
}
