import { type Screen, screens } from './address.ts';
import { useShellMessages } from './messages.ts';

/** Finds a screen by its place in the address, with the name the menu gives it; null where there is none. */
export function useScreenName(): (id: string) => { readonly screen: Screen; readonly name: string } | null {
  const words = useShellMessages();
  return (id) => {
    const screen = screens.find((known) => known === id);
    return screen === undefined ? null : { screen, name: words.screens[screen] };
  };
}
