namespace Hasta.Training.Evaluation.Report.Page;

/// <summary>
/// The page's style sheet: light and dark mode, from phone to print. Right is teal and wrong is orange, which color-blind readers can
/// distinguish.
/// </summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --paper: #fbfaf7; --raised: #fff; --ink: #1d1c1a; --soft: #625e57; --line: #e4e0d8; --right: #0d7a70; --wrong: #c2570c; --whisker: #1d1c1a; --on: #fff; --stripe: #fde9c8; --stripe2: #fbe1b4; --stripe-ink: #5c3604; --depth: .7; --lefthand: #1f74c4; --righthand: #d96f00; }
        @media (prefers-color-scheme: dark) { :root { --paper: #15171b; --raised: #1d2025; --ink: #eae7e1; --soft: #a8a49c; --line: #33363d; --right: #3fb8aa; --wrong: #f0934a; --whisker: #f4f1ea; --on: #10130f; --stripe: #46310f; --stripe2: #4f3813; --stripe-ink: #ffdfa6; --depth: .55; --lefthand: #56b4e9; --righthand: #f5a028; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 66rem; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; overflow-wrap: break-word; }
        h1 { font-size: clamp(1.35rem, 1rem + 2vw, 2rem); font-weight: 600; line-height: 1.2; letter-spacing: -.015em; margin: 1.5rem 0 1.25rem; text-wrap: balance; }
        h2 { font-size: 1.35rem; letter-spacing: -.01em; margin: 0 0 .35rem; }
        h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
        p { margin: 0 0 .8rem; max-width: 46rem; }
        section { margin-top: 3.25rem; padding-top: 1.75rem; border-top: 1px solid var(--line); }
        section > p, figcaption, footer { color: var(--soft); }
        small { font-size: .82rem; color: var(--soft); }
        .brand { font-size: .8rem; font-weight: 600; letter-spacing: .09em; text-transform: uppercase; color: var(--right); margin: 0; }
        .figure { display: block; font-size: clamp(4rem, 2.5rem + 9vw, 7.5rem); font-weight: 700; line-height: 1; letter-spacing: -.045em; color: var(--right); font-variant-numeric: tabular-nums; }
        .lead { font-size: 1.08rem; }
        .synthetic { max-width: none; margin: 1.25rem 0 0; padding: .9rem 1.15rem; border-radius: .6rem; border: 1px solid var(--wrong); color: var(--stripe-ink); background: repeating-linear-gradient(-45deg, var(--stripe) 0 14px, var(--stripe2) 14px 28px); }
        .leak { max-width: none; margin: 1.25rem 0 0; padding: .9rem 1.15rem; border-radius: .6rem; border: 1px solid var(--wrong); background: var(--raised); }
        .scale { display: flex; flex-wrap: wrap; justify-content: space-between; max-width: 46rem; margin-bottom: 1.1rem; font-size: .78rem; color: var(--soft); }
        .scale .track { flex: 0 0 100%; height: 1rem; margin-bottom: .25rem; }
        .track { position: relative; display: block; height: .62rem; border-radius: 1rem; background: var(--line); }
        .fill { position: absolute; inset: 0 auto 0 0; border-radius: 1rem; background: var(--right); }
        .whisker { position: absolute; top: 50%; height: 2px; margin-top: -1px; background: var(--whisker); }
        .whisker::before, .whisker::after { content: ""; position: absolute; top: -4px; width: 2px; height: 10px; background: inherit; }
        .whisker::before { left: 0; } .whisker::after { right: 0; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: .8rem; margin: 1.75rem 0 0; }
        .cards div { padding: .9rem 1.1rem 1rem; border: 1px solid var(--line); border-radius: .7rem; background: var(--raised); }
        .cards dt { font-size: .85rem; color: var(--soft); } .cards dd { margin: 0; } .cards b { display: block; font-size: 1.7rem; letter-spacing: -.02em; line-height: 1.3; } .cards small { display: block; line-height: 1.35; }
        .facts { display: grid; grid-template-columns: max-content 1fr; gap: .45rem 1.5rem; margin: .8rem 0 0; } .facts dt { color: var(--soft); } .facts dd { margin: 0; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        th, td { padding: .34rem .6rem; text-align: left; vertical-align: middle; font-weight: 400; }
        th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
        thead th { font-size: .8rem; color: var(--soft); border-bottom: 1px solid var(--line); }
        tbody tr + tr > * { border-top: 1px solid color-mix(in srgb, var(--line) 60%, transparent); }
        .number { text-align: right; white-space: nowrap; } .wide { width: 45%; min-width: 7rem; } .bars tbody th { min-width: 6.8rem; font-weight: 500; } .bars tbody th, .list td:first-child { overflow-wrap: anywhere; }
        .list { max-width: 46rem; margin-bottom: .6rem; } .list td small { display: block; } .list .number .track { width: 5rem; height: .35rem; margin: .25rem 0 0 auto; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem 2.5rem; }
        .key { padding: .05rem .5rem; border-radius: .3rem; color: var(--on); font-size: .85rem; font-weight: 600; } .key.right { background: var(--right); } .key.wrong { background: var(--wrong); }
        .scroll { overflow-x: auto; padding-bottom: .5rem; } .scroll:focus-visible { outline: 2px solid var(--right); outline-offset: 3px; }
        .matrix { width: auto; font-size: .82rem; overflow-wrap: normal; } .matrix th { white-space: nowrap; padding: 0 .5rem 0 0; text-align: right; max-width: 12rem; overflow: hidden; text-overflow: ellipsis; color: var(--ink); border: 0; font-size: inherit; }
        .matrix thead th { vertical-align: bottom; padding: 0 0 .4rem; max-height: 12rem; } .matrix thead span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 11rem; overflow: hidden; text-overflow: ellipsis; }
        .matrix tbody td { width: 1.9rem; min-width: 1.9rem; height: 1.9rem; padding: 0; text-align: center; border: 1px solid var(--line); background: color-mix(in srgb, var(--hue, transparent) calc(var(--share, 0%) * var(--depth)), var(--raised)); }
        .matrix .right { --hue: var(--right); } .matrix .wrong { --hue: var(--wrong); } .matrix .right { font-weight: 650; }
        figure { margin: .8rem 0 0; } figcaption { font-size: .95rem; } figcaption b { color: var(--ink); }
        svg { display: block; width: 100%; height: auto; } figure svg { overflow: visible; } svg text { font-size: 12px; fill: var(--soft); } .end { text-anchor: end; } .middle { text-anchor: middle; }
        .grid { stroke: var(--line); } .line { fill: none; stroke: var(--right); stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; } circle { fill: var(--right); }
        rect.right { fill: var(--right); } rect.wrong { fill: var(--wrong); } rect.few { opacity: .45; } .slope { fill: none; stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 5 4; } .reach { stroke: var(--whisker); stroke-width: 1.2; }
        .enlarge { display: block; margin: .2rem 0 .6rem; font-size: .9rem; color: var(--soft); cursor: pointer; } .map { border: 1px solid var(--line); border-radius: .4rem; background: var(--raised); padding: .4rem; } .map text { font-size: 8.5px; fill: var(--ink); } .enlarge:has(:checked) + .map { max-height: 90vh; } .enlarge:has(:checked) + .map svg { width: var(--size); }
        .closeups { display: flex; flex-wrap: wrap; gap: 1.2rem 2.2rem; align-items: end; margin-bottom: 1rem; } .closeups .scroll { max-width: 100%; }
        article { margin: 1rem 0 0; padding: .9rem 1.1rem 1rem; border: 1px solid var(--line); border-radius: .7rem; background: var(--raised); } article p { margin: 0 0 .3rem; } .clip + .clip { margin-top: .5rem; }
        .strip { display: grid; grid-template-columns: repeat(6, 1fr); gap: .3rem; } .strip svg { max-height: 9.5rem; } .strip circle { fill: none; stroke: var(--line); stroke-width: 2; } .strip path { fill: none; stroke: var(--soft); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; } .strip .lefthand { stroke: var(--lefthand); stroke-width: 1.5; } .strip .righthand { stroke: var(--righthand); stroke-width: 1.5; } .strip .guessed { opacity: .35; } .leftkey { color: var(--lefthand); } .rightkey { color: var(--righthand); }
        details { margin-top: 1rem; } summary { cursor: pointer; color: var(--right); font-weight: 500; } details table { margin-top: .5rem; }
        footer { margin-top: 3.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: .88rem; }
        @media (max-width: 40rem) { .strip { grid-template-columns: repeat(3, 1fr); } .aside { display: none; } .wide { width: 34%; min-width: 4.5rem; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .7rem; } th, td { padding-inline: .35rem; } }
        @media print { :root { color-scheme: light; --paper: #fff; --raised: #fff; --ink: #000; --soft: #444; --line: #ccc; --right: #0d7a70; --wrong: #c2570c; --whisker: #000; --on: #fff; --stripe: #fde9c8; --stripe2: #fbe1b4; --stripe-ink: #5c3604; --depth: .7; --lefthand: #1f74c4; --righthand: #d96f00; } body { max-width: none; padding: 0; font-size: 10pt; } section { margin-top: 1.5rem; padding-top: 1rem; } tr, p, figure, .cards div, .list, article, .closeups .scroll, .map { break-inside: avoid; } h2, h3, section > p:has(+ table, + .scroll, + article, + .pair) { break-after: avoid; } .bars th, .bars td { padding-block: .12rem; } .scroll { overflow: visible; } .enlarge { display: none; } .map svg { width: 100% !important; } .pair { grid-template-columns: 1fr 1fr; } .cards { grid-template-columns: repeat(4, 1fr); } summary, details:not(.more) { display: none; } .more::details-content { content-visibility: visible; block-size: auto; } }
        """;
}
