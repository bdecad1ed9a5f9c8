/** The first screen: three doors, the guides, and what one should know before writing anything. */
import type { ReactNode } from 'react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { AuthorQuestion } from '../app/Author.tsx';
import { switchLibrary } from '../app/acts.ts';
import { openDocument } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useLanguage, useText } from '../i18n/index.ts';
import { importFiles, importFolder } from './acts.ts';
import { guideIn, guidesIn } from './guides.ts';

export function StartScreen() {
  const t = useText('library');
  const language = useLanguage();
  const { data: documents } = useArchive('documents.list', {});
  const { data: info } = useArchive('library.info', {});
  const writable = info?.readOnly === null;
  if (documents === undefined || info === undefined) return null;

  const guides = guidesIn(documents, language);
  const first = guideIn(guides, '01');
  const practice = guideIn(guides, '13');
  return (
    <div className="screen start-screen">
      <div className="start-column">
        <h1>{t('start.title')}</h1>
        <p className="start-intro">{t('start.intro')}</p>
        <div className="doors">
          <Door title={t('start.files.title')} text={t('start.files.text')}>
            <Button variant="primary" isDisabled={!writable} onPress={importFiles}>
              {t('start.files.importFiles')}
            </Button>
            <Button isDisabled={!writable} onPress={importFolder}>
              {t('start.files.importFolder')}
            </Button>
          </Door>
          <Door title={t('start.nothing.title')} text={t('start.nothing.text')}>
            <OpenButton guide={first}>{t('start.nothing.guides')}</OpenButton>
            <OpenButton guide={practice}>{t('start.nothing.practice')}</OpenButton>
          </Door>
          <Door title={t('start.library.title')} text={t('start.library.text')}>
            <Button onPress={() => switchLibrary('shell.openLibrary')}>
              {t('start.library.open')}
            </Button>
            <Button onPress={() => switchLibrary('shell.newLibrary')}>
              {t('start.library.new')}
            </Button>
          </Door>
        </div>
        <p className="start-quiet">{t('start.quiet')}</p>
        {guides.length > 0 && (
          <section className="start-guides" aria-labelledby="start-guides">
            <h2 id="start-guides">{t('start.guides')}</h2>
            <ul>
              {guides.map(({ id, title, language }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="guide-link"
                    lang={language}
                    onClick={() => openDocument(id)}
                  >
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {writable && info.author === '' && <AuthorQuestion />}
      </div>
    </div>
  );
}

interface DoorProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Door({ title, text, children }: DoorProps) {
  return (
    <section className="door">
      <h2>{title}</h2>
      <p>{text}</p>
      <div className="door-acts">{children}</div>
    </section>
  );
}

function OpenButton({
  guide,
  children,
}: {
  readonly guide: DocumentSummary | undefined;
  readonly children: ReactNode;
}) {
  return (
    <Button
      isDisabled={guide === undefined}
      onPress={() => {
        if (guide) openDocument(guide.id);
      }}
    >
      {children}
    </Button>
  );
}
