/**
 * An element that is put somewhere without changing its style or its class. Rules of Odoo
 * with `:has()` make the browser style the whole page anew for those, 20 ms a step; an
 * animation that has ended at once costs nothing.
 */
export class MovingBox {
    /** @param {HTMLElement} el absolutely positioned at the top left of what it lies over */
    constructor(el) {
        this.animation = el.animate([], { duration: 0, fill: "forwards" });
    }

    /** @param {{left: number, top: number, width: number, height: number}} box pixels */
    put({ left, top, width, height }) {
        this.animation.effect.setKeyframes([
            {
                transform: `translate(${left}px, ${top}px)`,
                width: `${width}px`,
                height: `${height}px`,
            },
        ]);
    }
}
