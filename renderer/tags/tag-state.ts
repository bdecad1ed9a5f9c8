/** Which tag is being made or changed, or null: the one dialog of the tag tree. */
import { create } from 'zustand';

export type TagDialogState =
  | { readonly type: 'new'; readonly parentId: string | null }
  | { readonly type: 'edit'; readonly id: string };

export const useTagDialog = create<{ readonly open: TagDialogState | null }>(() => ({
  open: null,
}));

export function openTagDialog(open: TagDialogState): void {
  useTagDialog.setState({ open });
}

export function closeTagDialog(): void {
  useTagDialog.setState({ open: null });
}
