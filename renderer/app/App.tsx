/** The window as a whole. */
import { Toasts } from './Toasts.tsx';

export function App() {
  return <Toasts />;
}
