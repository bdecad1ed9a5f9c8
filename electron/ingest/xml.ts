/**
 * XML as a flat stream of events, names without their prefix. No entities of the file's own (a
 * document type that declares any is refused); nesting costs no stack. It knows no vocabulary.
 */
import { SaxesParser } from 'saxes';
import { FaultError } from '../core/fault.ts';

/** What a reader of XML is told, in document order. */
export interface XmlHandler {
  /** `attributes` by local name, and by full name where they have a prefix; `full` is the element's. */
  open(name: string, attributes: ReadonlyMap<string, string>, full: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** @throws FaultError `damaged` where the XML is not well formed or declares entities. */
export function readXml(source: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ position: false });
  const fail = (): never => {
    throw new FaultError('damaged', 'xml');
  };
  parser.on('error', fail);
  parser.on('doctype', (declared) => {
    if (declared.includes('[')) fail();
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own = new Map<string, string>();
    for (const [key, value] of Object.entries(attributes)) {
      own.set(local(key), value);
      if (key.includes(':')) own.set(key, value);
    }
    handler.open(local(name), own, name);
  });
  parser.on('closetag', ({ name }) => handler.close(local(name)));
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.write(source).close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
