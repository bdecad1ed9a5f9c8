/**
 * Sources of the golden folders whose formats are packages, written out part by part: what they
 * make must read like what is kept. `UPDATE_GOLDEN=1` writes them anew where they are missing.
 */
import { strToU8, zipSync } from 'fflate';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from './index.ts';

const golden = join(import.meta.dirname, 'golden');

function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1990, 0, 1), level: 0 });
}

const ODF =
  'xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:fo="f" xmlns:svg="v" xmlns:presentation="p" xmlns:xlink="x" xmlns:dc="c"';

/** Headings, a list that starts at 4 and goes on, letters below, a note, a change, a table. */
function text(): Uint8Array {
  const content = `<office:document-content ${ODF}><office:automatic-styles>
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
    <style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>
    <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
    <text:list-style style:name="L1">
      <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="4"/>
      <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
    </text:list-style></office:automatic-styles><office:body><office:text>
    <text:tracked-changes><text:changed-region><text:deletion><text:p>Struck out.</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:p text:style-name="P1">The keeping of the quays</text:p>
    <text:table-of-content><text:index-body><text:p>Of lanterns<text:tab/>1</text:p></text:index-body></text:table-of-content>
    <text:h text:outline-level="1">Of lanterns</text:h>
    <text:p>Every quay<text:s text:c="3"/>has a lantern<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Of glass and tin.</text:p></text:note-body></text:note> of its own<text:span text:style-name="T1"> and a secret</text:span>.</text:p>
    <text:list xml:id="one" text:style-name="L1">
      <text:list-item><text:p>The lantern is lit at dusk.</text:p><text:p>On foggy days it is lit at noon.</text:p></text:list-item>
      <text:list-item><text:p>The keeper shall:</text:p><text:list>
        <text:list-item><text:p>Carry the oil;</text:p></text:list-item>
        <text:list-item><text:p>Trim the wick.</text:p></text:list-item></text:list></text:list-item>
    </text:list>
    <text:h text:outline-level="2">Of the oil</text:h>
    <text:list text:continue-list="one" text:style-name="L1"><text:list-item><text:p>The oil comes by boat.</text:p></text:list-item></text:list>
    <text:p text:style-name="P2">No boat is turned away while the lantern burns.</text:p>
    <table:table><table:table-row><table:table-cell><text:p>Quay</text:p></table:table-cell><table:table-cell><text:p>Boats</text:p></table:table-cell></table:table-row>
    <table:table-row><table:table-cell><text:p>North</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
    <text:p><draw:frame><draw:image/><svg:title>A drawing</svg:title></draw:frame>The register is kept<text:line-break/>by the month.<office:annotation><text:p>Really?</text:p></office:annotation></text:p>
    </office:text></office:body></office:document-content>`;
  const styles = `<office:document-styles ${ODF}><office:styles>
    <style:default-style style:family="paragraph"><style:text-properties fo:language="en"/></style:default-style>
    <style:style style:name="Title" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph"/>
    </office:styles><office:master-styles><style:master-page><style:header><text:p>Harbour office</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`;
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': content,
    'styles.xml': styles,
    'META-INF/manifest.xml': '<manifest/>',
  });
}

/** Two slides of OpenDocument: bullets, a slide without a title, what the speaker says. */
function presentation(): Uint8Array {
  const frame = (kind: string, inside: string): string =>
    `<draw:frame presentation:class="${kind}"><draw:text-box>${inside}</draw:text-box></draw:frame>`;
  const list = (...items: string[]): string =>
    `<text:list>${items.map((item) => `<text:list-item><text:p>${item}</text:p></text:list-item>`).join('')}</text:list>`;
  const content = `<office:document-content ${ODF}><office:body><office:presentation>
    <draw:page draw:name="a">${frame('title', '<text:p>The harbour by night</text:p>')}${frame('outline', list('Boats wait outside', 'Nobody sleeps on the quay'))}
    <presentation:notes>${frame('notes', '<text:p>Tell them about the fog.</text:p>')}</presentation:notes></draw:page>
    <draw:page draw:name="b">${frame('subtitle', '<text:p>One lantern for every boat that comes in</text:p>')}${frame('footer', '<text:p>Harbour office</text:p>')}</draw:page>
    </office:presentation></office:body></office:document-content>`;
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.presentation',
    'content.xml': content,
  });
}

const OOXML = 'xmlns:p="p" xmlns:a="a" xmlns:r="r"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Slides whose order is not that of their names; automatic numbers, a table, notes. */
function slides(): Uint8Array {
  const relations = (...all: (readonly [string, string, string])[]): string =>
    `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const line = (words: string, properties = ''): string =>
    `<a:p><a:pPr ${properties.startsWith('<') ? '>' : `${properties}>`}${properties.startsWith('<') ? properties : ''}</a:pPr><a:r><a:t>${words}</a:t></a:r></a:p>`;
  const shape = (type: string, inside: string): string =>
    `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${inside}</p:txBody></p:sp>`;
  const slide = (inside: string): string =>
    `<p:sld ${OOXML}><p:cSld><p:spTree>${inside}</p:spTree></p:cSld></p:sld>`;
  const cell = (words: string): string => `<a:tc><a:txBody>${line(words)}</a:txBody></a:tc>`;
  return zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(['rId1', 'officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml': `<p:presentation ${OOXML}><p:sldIdLst><p:sldId r:id="rId9" id="256"/><p:sldId id="257" r:id="rId8"/></p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      ['rId8', 'slide', 'slides/slide1.xml'],
      ['rId9', 'slide', 'slides/slide2.xml'],
    ),
    'ppt/slides/slide1.xml': slide(
      shape('title', line('What a keeper does')) +
        shape(
          'body',
          line('Lights the lantern', '<a:buAutoNum type="arabicPeriod" startAt="3"/>') +
            line('Sweeps the quay', '<a:buAutoNum type="arabicPeriod" startAt="3"/>') +
            line('With a broom of reeds', 'lvl="1"'),
        ) +
        `<p:graphicFrame><a:tbl><a:tr>${cell('Quay')}${cell('Boats')}</a:tr></a:tbl></p:graphicFrame>` +
        shape('sldNum', line('2')),
    ),
    'ppt/slides/slide2.xml': slide(
      shape('ctrTitle', line('The keeper of the quay')) + shape('subTitle', line('A short course')),
    ),
    'ppt/slides/_rels/slide1.xml.rels': relations([
      'rId1',
      'notesSlide',
      '../notesSlides/notesSlide1.xml',
    ]),
    'ppt/notesSlides/notesSlide1.xml': `<p:notes ${OOXML}>${shape('body', line('Ask who has held a lantern before.'))}${shape('sldNum', line('2'))}</p:notes>`,
  });
}

/** Two chapters, a cover, a table of contents; empty elements closed in themselves. */
function book(): Uint8Array {
  const page = (inside: string): string =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x.js"/></head><body>${inside}</body></html>`;
  return zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
    'OPS/book.opf': `<package xmlns:dc="d"><metadata><dc:title>Livre des quais</dc:title><dc:language>fr</dc:language></metadata><manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
      <item id="toc" href="toc.xhtml" media-type="application/xhtml+xml"/>
      <item id="b" href="text/deux%20quais.xhtml" media-type="application/xhtml+xml"/>
      <item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/></manifest>
      <spine><itemref idref="cover"/><itemref idref="nav"/><itemref idref="toc"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'OPS/nav.xhtml': page('<nav><ol><li><a href="text/a.xhtml">Le quai nord</a></li></ol></nav>'),
    'OPS/cover.xhtml': page('<p>Livre des quais, couverture</p>'),
    'OPS/toc.xhtml': page(
      '<h1>Table</h1><p><a href="text/a.xhtml">Le quai nord</a></p><p><a href="text/b.xhtml">Le quai sud</a></p>',
    ),
    'OPS/text/a.xhtml': page(
      '<h1>Le quai nord</h1><p><a id="start"/>Les bateaux arrivent avant le jour et repartent à la nuit tombée.</p><div/><p>Personne ne demande leur nom aux voyageurs.</p>',
    ),
    'OPS/text/deux quais.xhtml': page(
      '<h1>Le quai sud</h1><ol start="3"><li>On y garde les lanternes.</li><li>On y compte les barques.</li></ol>',
    ),
  });
}

describe('sources of golden drafts that are packages', () => {
  it.each([
    ['opendocument', 'source.odt', text],
    ['presentation', 'source.odp', presentation],
    ['slides', 'source.pptx', slides],
    ['book', 'source.epub', book],
  ])('%s', async (folder, name, make) => {
    const kept = join(golden, folder, name);
    const made = make();
    if (process.env['UPDATE_GOLDEN'] === '1' && !existsSync(kept)) {
      mkdirSync(dirname(kept), { recursive: true });
      writeFileSync(kept, made);
    }
    const wanted = await parseDocument(new Uint8Array(readFileSync(kept)), { name });
    expect(await parseDocument(made, { name })).toEqual(wanted);
  });
});
