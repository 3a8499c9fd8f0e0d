import { Info, X } from 'lucide-react';
import { Button, IconButton } from '../../components/Button.tsx';
import { type Offer, putAside, useOffersStore } from '../../stores/notices/offers-store.ts';
import styles from './Offers.module.css';

/** What the reader may want to read at length, or do something about, above the status. */
export function Offers() {
  const offers = useOffersStore((state) => state.offers);
  return (
    <div role="status">
      {offers.map((offer) => (
        <div key={offer.name} className={styles.offer}>
          <Info size={14} aria-hidden />
          <OfferText offer={offer} />
          {offer.action && <Button onClick={offer.action.run}>{offer.action.title}</Button>}
          <IconButton label="Put aside" onClick={() => putAside(offer)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}

function OfferText({ offer: { text, details } }: { readonly offer: Offer }) {
  if (details === undefined) return <span className={styles.text}>{text}</span>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={`${styles.text} ${styles.long}`} tabIndex={0} aria-label={text}>
      <p>{text}</p>
      <ul>
        {details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </section>
  );
}
