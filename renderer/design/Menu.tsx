/** Menus: behind a button, or where the reader right-clicked or pressed the menu key. */
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';

export interface MenuAct {
  readonly id: string;
  readonly label: string;
  /** Keys that do the same, as printed. */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** True: a line stands before it. */
  readonly apart?: boolean;
  readonly act: () => void;
}

interface ActsProps {
  readonly label: string;
  readonly acts: readonly MenuAct[];
  /** Id of the act that holds now, in a menu that is a choice. */
  readonly selected?: string;
}

function Acts({ label, acts, selected }: ActsProps) {
  return (
    <AriaMenu
      className="menu"
      aria-label={label}
      {...(selected === undefined
        ? {}
        : { selectionMode: 'single' as const, selectedKeys: [selected] })}
      disabledKeys={acts.filter(({ disabled }) => disabled).map(({ id }) => id)}
      onAction={(key) => acts.find(({ id }) => id === key)?.act()}
    >
      {acts.flatMap(({ id, label: words, keys, apart }) => [
        ...(apart ? [<Separator key={`${id}-line`} className="menu-separator" />] : []),
        <MenuItem key={id} id={id} className="menu-item" textValue={words}>
          {words}
          {keys !== undefined && <kbd>{keys}</kbd>}
        </MenuItem>,
      ])}
    </AriaMenu>
  );
}

/** A button (the child) that opens a menu of acts. */
export function MenuButton({ children, ...acts }: ActsProps & { readonly children: ReactNode }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement="bottom start">
        <Acts {...acts} />
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuPlace {
  /** CSS pixels from the window's left and top. */
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps extends ActsProps {
  /** Where it is open, or null: closed. */
  readonly place: MenuPlace | null;
  readonly onClose: () => void;
}

/** A menu at a place of the window. */
export function ContextMenu({ place, onClose, ...acts }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  if (place === null) return null;
  return (
    <>
      <span
        ref={anchor}
        aria-hidden="true"
        style={{ position: 'fixed', left: place.x, top: place.y, width: 1, height: 1 }}
      />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={2}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Acts
          {...acts}
          acts={acts.acts.map((act) => ({ ...act, act: () => (onClose(), act.act()) }))}
        />
      </Popover>
    </>
  );
}
