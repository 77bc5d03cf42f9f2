export { Home, NoSuchPage } from './home.tsx';
export { Layout } from './layout.tsx';
export { useView } from './use-view.ts';
