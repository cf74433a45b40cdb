import { reactive, useComponent } from "@odoo/owl";
import { useDebounced } from "@web/core/utils/timing";

/** Milliseconds without a change, after which what stands around the table is drawn. */
export const PAUSE = 150;

/**
 * As `useState`, but the component is drawn after a pause: for what changes classes with
 * each key. Rules of Odoo with `:has()` make the browser style the whole page when a
 * class changes, and no key should wait for that.
 *
 * @returns {{follow: (target: Object) => Object, draw: () => void}}
 */
export function useLazyState() {
    const component = useComponent();
    const draw = useDebounced(() => component.render(), PAUSE);
    return { follow: (target) => reactive(target, draw), draw };
}
