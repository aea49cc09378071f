namespace Hasta.Tool.LiveReport;

/// <summary>
/// The page's style sheet: light and dark, from phone to print, in the colours of the evaluation report. It must not contain &lt;, &gt; or
/// &amp;, which the page's writer would escape.
/// </summary>
internal static class LiveReportStyle
{
    public const string Css = """

        :root { color-scheme: light dark; --paper: #fbfaf7; --raised: #fff; --ink: #1d1c1a; --soft: #625e57; --line: #e4e0d8; --right: #0d7a70; --extent: #e9f3f1; }
        @media (prefers-color-scheme: dark) { :root { --paper: #15171b; --raised: #1d2025; --ink: #eae7e1; --soft: #a8a49c; --line: #33363d; --right: #3fb8aa; --extent: #1f3335; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 66rem; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; overflow-wrap: anywhere; }
        h1 { font-size: clamp(1.35rem, 1rem + 2vw, 2rem); font-weight: 600; line-height: 1.2; letter-spacing: -.015em; margin: 1.5rem 0 .5rem; text-wrap: balance; }
        h2 { font-size: 1.35rem; letter-spacing: -.01em; margin: 0 0 .35rem; }
        p { margin: 0 0 .8rem; }
        section { margin-top: 2.25rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
        section p, footer, .source, small, i { color: var(--soft); }
        .brand { font-size: .8rem; font-weight: 600; letter-spacing: .09em; text-transform: uppercase; color: var(--right); margin: 0; }
        .key { display: inline-block; width: 1.6rem; height: .8rem; margin: 0 .15rem 0 .5rem; border: 1px solid var(--right); border-radius: 2px; }
        .key.sure { background: var(--right); }
        .key.doubt { background: repeating-linear-gradient(-45deg, var(--extent) 0 4px, color-mix(in srgb, var(--right) 45%, var(--extent)) 4px 6px); }
        .scroll { overflow-x: auto; padding-bottom: .5rem; } .scroll:focus-visible { outline: 2px solid var(--right); outline-offset: 3px; }
        .patterns { position: absolute; width: 0; height: 0; }
        .row { display: block; width: 100%; min-width: 40rem; margin: 0 0 .4rem; }
        .gap { min-width: 40rem; margin: .2rem 0 .6rem; padding: .15rem 0; font-size: .8rem; border-block: 1px dashed var(--line); }
        text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; } text.word { fill: var(--ink); font-weight: 600; font-size: 13px; }
        .grid { stroke: var(--line); }
        .extent { fill: var(--extent); } .bar { fill: var(--right); } .bar.unsure { fill: url(#doubt); stroke: var(--right); stroke-width: 1; } pattern rect { fill: var(--right); opacity: .55; }
        .truth + svg .word { font-weight: 400; } .truth { fill: var(--raised); stroke: var(--soft); }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th, td { padding: .4rem .6rem; text-align: left; vertical-align: baseline; font-weight: 400; }
        th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
        thead th { font-size: .8rem; color: var(--soft); border-bottom: 1px solid var(--line); }
        tbody tr + tr td { border-top: 1px solid color-mix(in srgb, var(--line) 60%, transparent); }
        .time, .number { white-space: nowrap; } .number { text-align: right; }
        td b { font-weight: 600; } td small { font-size: .85rem; margin-left: .15rem; }
        .candidates { color: var(--soft); font-size: .88rem; }
        footer { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: .88rem; }
        @media (max-width: 40rem) {
        thead { display: none; }
        tr { display: grid; grid-template-columns: 1fr auto; padding: .5rem 0; } tbody tr + tr { border-top: 1px solid var(--line); } tbody tr + tr td { border-top: 0; }
        td { padding: .05rem 0; } .time, .candidates { grid-column: 1 / -1; font-size: .85rem; color: var(--soft); }
        }
        @media print { :root { color-scheme: light; --paper: #fff; --raised: #fff; --ink: #000; --soft: #444; --line: #ccc; --right: #0d7a70; --extent: #e9f3f1; } body { max-width: none; padding: 0; font-size: 10pt; } .row, tr { break-inside: avoid; } .scroll { overflow: visible; } .row, .gap { min-width: 0; } }

        """;
}
