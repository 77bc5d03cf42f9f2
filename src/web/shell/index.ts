export { Home, NoSuchPage } from './home.tsx';
export { Layout } from './layout.tsx';
export { useView, type ViewState } from './use-view.ts';
