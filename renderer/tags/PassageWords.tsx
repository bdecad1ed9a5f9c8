/** The words of a passage, marked in their paragraphs, with as many paragraphs around as are wanted. */
import type { ContextParagraph, PassageStretch } from '../../electron/contract/tag-views.ts';
import type { TaggedPassage } from '../../electron/contract/views.ts';
import { formatNumber } from '../../electron/core/reference-numbers.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { directionOf, langOf } from '../reader/language.ts';
import { typeset } from '../reader/typography.ts';
import { excerptOf } from './excerpt.ts';
import type { PassageContext } from './passage-choices.ts';

interface PassageWordsProps {
  readonly passage: TaggedPassage;
  readonly context: PassageContext;
}

export function PassageWords({ passage, context }: PassageWordsProps) {
  const { before, stretches, after } = passage;
  const around = context === 'section' ? Infinity : Number(context);
  return (
    <span className="passage-words reading">
      {before.slice(Math.max(0, before.length - around)).map((one) => (
        <Beside key={one.paragraphId} paragraph={one} />
      ))}
      {stretches.map((one, place) => (
        <Stretch key={place} stretch={one} whole={around > 0} />
      ))}
      {after.slice(0, around).map((one) => (
        <Beside key={one.paragraphId} paragraph={one} />
      ))}
    </span>
  );
}

function Beside({ paragraph }: { readonly paragraph: ContextParagraph }) {
  const { number, text, language } = paragraph;
  const interfaces = usePreferenceState(interfaceLanguage);
  return (
    <span className="passage-beside" lang={langOf(language)} dir={directionOf(language)}>
      {number !== null && (
        <span className="passage-number">{formatNumber(number, interfaces)}</span>
      )}
      {typeset(text, language)}
    </span>
  );
}

interface StretchProps {
  readonly stretch: PassageStretch;
  /** True: with all of its paragraph; false: with some words around. */
  readonly whole: boolean;
}

function Stretch({ stretch, whole }: StretchProps) {
  const { number, text, exact, language } = stretch;
  const interfaces = usePreferenceState(interfaceLanguage);
  const { before, passage, after } = excerptOf(text, exact, whole ? Infinity : undefined);
  return (
    <span className="passage-stretch" lang={langOf(language)} dir={directionOf(language)}>
      {whole && number !== null && (
        <span className="passage-number">{formatNumber(number, interfaces)}</span>
      )}
      {typeset(before, language)}
      <mark>{typeset(passage, language)}</mark>
      {typeset(after, language)}
    </span>
  );
}
