/** The scenes: each a component with the least around it that lets a test drive it. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DocumentSummary } from '../../electron/contract/views.ts';
import { Button, Chip, IconButton } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { Banner, EmptyState } from '../design/EmptyState.tsx';
import { Switch, TextField } from '../design/Field.tsx';
import { ContextMenu, MenuButton } from '../design/Menu.tsx';
import type { MenuPlace } from '../design/Menu.tsx';
import { Progress } from '../design/Progress.tsx';
import { Select } from '../design/Select.tsx';
import { Tabs } from '../design/Tabs.tsx';
import { DocumentGrid } from '../library/DocumentGrid.tsx';
import type { Sort } from '../library/rows.ts';
import { Markdown } from '../notes/Markdown.tsx';

interface SceneProps {
  /** Writes down what the component told. */
  readonly tell: (words: string) => void;
}

type Scene = (props: SceneProps) => ReactNode;

const buttons: Scene = ({ tell }) => (
  <>
    <Button variant="primary" onPress={() => tell('pressed')}>
      Importer
    </Button>
    <Button isDisabled onPress={() => tell('never')}>
      Exporter
    </Button>
    <IconButton label="Étiqueter" keys="T" onPress={() => tell('icon')}>
      <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" />
    </IconButton>
    <Chip onChange={(on) => tell(`chip ${String(on)}`)}>HCDH</Chip>
  </>
);

const fields: Scene = function Fields({ tell }) {
  const [title, setTitle] = useState('');
  return (
    <>
      <TextField
        label="Titre"
        hint="Tel qu’il est imprimé."
        error={title === '' ? 'Un titre est nécessaire.' : undefined}
        value={title}
        onChange={setTitle}
      />
      <TextField label="Note" multiline />
      <Switch onChange={(on) => tell(`switch ${String(on)}`)}>Lire les scans</Switch>
      <Select
        label="Langue"
        value={null}
        placeholder="Toutes"
        choices={[
          { id: 'fr', label: 'Français' },
          { id: 'en', label: 'Anglais' },
          { id: 'ar', label: 'Arabe' },
        ]}
        onChange={(id) => tell(`language ${id}`)}
      />
    </>
  );
};

const dialog: Scene = function OneDialog({ tell }) {
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    tell('closed');
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>Ouvrir</Button>
      <Dialog title="Renommer" isOpen={open} onClose={close}>
        <TextField label="Nom" autoFocus />
        <DialogActions>
          <Button onPress={close}>Annuler</Button>
        </DialogActions>
      </Dialog>
    </>
  );
};

const menus: Scene = function Menus({ tell }) {
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const acts = [
    { id: 'open', label: 'Ouvrir', keys: 'Entrée', act: () => tell('open') },
    { id: 'edit', label: 'Modifier', disabled: true, act: () => tell('never') },
    { id: 'remove', label: 'Mettre à la corbeille', apart: true, act: () => tell('remove') },
  ];
  return (
    <>
      <MenuButton label="Actes" acts={acts}>
        <Button>Actes</Button>
      </MenuButton>
      <Button onPress={() => setPlace({ x: 200, y: 120 })}>Ici</Button>
      <ContextMenu label="Actes ici" acts={acts} place={place} onClose={() => setPlace(null)} />
    </>
  );
};

const tabs: Scene = function SomeTabs({ tell }) {
  const [selected, setSelected] = useState<'notes' | 'tags'>('notes');
  return (
    <Tabs
      label="Volets"
      selected={selected}
      onSelect={(id) => {
        setSelected(id);
        tell(id);
      }}
      tabs={[
        { id: 'notes', label: 'Notes', content: <p>Trois notes.</p> },
        { id: 'tags', label: 'Étiquettes', content: <p>Deux étiquettes.</p> },
      ]}
    />
  );
};

const states: Scene = ({ tell }) => (
  <>
    <Banner grave acts={<Button onPress={() => tell('again')}>Réessayer</Button>}>
      Le fichier n’est pas lisible.
    </Banner>
    <EmptyState title="Aucune note" acts={<Button>Écrire</Button>}>
      <p>Choisissez un paragraphe.</p>
    </EmptyState>
    <Progress label="Import" done={3} total={12} />
  </>
);

/** Rows whose titles come in alphabetical order. */
const DOCUMENTS: readonly DocumentSummary[] = Array.from({ length: 10_000 }, (_one, place) => ({
  id: `document-${place}`,
  title: `Note ${String(place).padStart(5, '0')}`,
  originalName: `note-${place}.txt`,
  format: 'txt',
  language: 'fr',
  kind: 'other',
  body: 'OIM',
  date: '2024',
  symbol: '',
  collection: '',
  pages: null,
  paragraphs: place,
  notes: 0,
  tags: [],
  own: {},
  copies: [],
  addedAt: 0,
  removedAt: null,
  fault: null,
  source: 'digital',
  confidence: null,
  fileMissing: false,
  doubts: 0,
}));

const grid: Scene = function Grid({ tell }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<Sort>({ column: 'title', direction: 'ascending' });
  return (
    <div className="screen library-screen" style={{ height: 480 }}>
      <DocumentGrid
        rows={DOCUMENTS}
        documents={DOCUMENTS}
        selected={selected}
        onSelect={(ids) => {
          setSelected(ids);
          tell(`selected ${ids.size}`);
        }}
        sort={sort}
        onSort={(next) => {
          setSort(next);
          tell(`${next.column} ${next.direction}`);
        }}
        onOpen={(id) => tell(`open ${id}`)}
      />
    </div>
  );
};

const HOSTILE = `# Titre

Du **gras**, un [paragraphe](gmg://p/abcdefghij234567), un [piège](javascript:alert(1)) et un
[site](https://example.org/).

<script>window.ran = true</script><img src="x" onerror="window.ran = true">

![une image](https://example.org/image.png)

- un
- deux`;

const markdown: Scene = ({ tell }) => <Markdown text={HOSTILE} onParagraph={tell} />;

export const scenes: Readonly<Record<string, Scene | undefined>> = {
  buttons,
  fields,
  dialog,
  menus,
  tabs,
  states,
  grid,
  markdown,
};
