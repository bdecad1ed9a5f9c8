/** A few views of the same thing, one at a time. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

interface TabsProps<K extends string> {
  readonly label: string;
  readonly selected: K;
  readonly onSelect: (id: K) => void;
  readonly tabs: readonly { readonly id: K; readonly label: string; readonly content: ReactNode }[];
  readonly className?: string;
}

/** Tabs with their panels. */
export function Tabs<K extends string>({
  label,
  selected,
  onSelect,
  tabs,
  className = '',
}: TabsProps<K>) {
  return (
    <AriaTabs
      className={className}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find(({ id }) => id === key);
        if (chosen) onSelect(chosen.id);
      }}
    >
      <TabList className="tab-list" aria-label={label}>
        {tabs.map(({ id, label: words }) => (
          <Tab key={id} id={id} className="tab">
            {words}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
