import { Popup } from '../popup/Popup';

/** The popup's content, staying open beside the CRM. */
export function SidePanel() {
  return <Popup panel />;
}
