import { Info, X } from 'lucide-react';
import { Button, IconButton } from '../../components/Button.tsx';
import { putAside, useOffersStore } from '../../stores/notices/offers-store.ts';
import styles from './Offers.module.css';

/** What the reader may do about something that happened, above the status. */
export function Offers() {
  const offers = useOffersStore((state) => state.offers);
  return (
    <div role="status">
      {offers.map((offer) => (
        <div key={offer.name} className={styles.offer}>
          <Info size={14} aria-hidden />
          <span className={styles.text}>{offer.text}</span>
          <Button onClick={offer.run}>{offer.action}</Button>
          <IconButton label="Put aside" onClick={() => putAside(offer)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
