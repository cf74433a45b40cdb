import { browser } from "@web/core/browser/browser";
import { session } from "@web/session";
import { user } from "@web/core/user";

/**
 * The unsaved edits of one overview in the browser's own storage: they survive a closed
 * laptop. Each page writes under a name of its own, so that two tabs do not overwrite
 * each other; a page that opens takes over what is there. An edit that two tabs send is
 * harmless: the second finds what it wants.
 */
export class UnsavedStorage {
    /**
     * @param {number} overviewId
     * @param {string} owner name of this page
     */
    constructor(overviewId, owner) {
        this.prefix = `ict_hours_grid/${session.db}/${user.userId}/${overviewId}/`;
        this.owner = owner;
    }

    /** @returns {Object[]} edits of all pages, the youngest last */
    load() {
        return this._keys()
            .map((key) => this._read(key))
            .sort((a, b) => a.at - b.at)
            .flatMap(({ edits }) => edits);
    }

    /**
     * @param {Object[]} edits all that is not saved
     * @returns {boolean} false when the browser has no room or no storage
     */
    save(edits) {
        const key = this.prefix + this.owner;
        try {
            if (edits.length) {
                browser.localStorage.setItem(
                    key,
                    JSON.stringify({ at: Date.now(), edits }),
                );
            } else {
                browser.localStorage.removeItem(key);
            }
            return true;
        } catch {
            return false;
        }
    }

    /** What other pages left is ours now; call after `save` of it went well. */
    forgetOthers() {
        for (const key of this._keys()) {
            if (key !== this.prefix + this.owner) {
                browser.localStorage.removeItem(key);
            }
        }
    }

    _keys() {
        try {
            const { localStorage } = browser;
            return Array.from({ length: localStorage.length }, (_, i) =>
                localStorage.key(i),
            ).filter((key) => key.startsWith(this.prefix));
        } catch {
            return [];
        }
    }

    /** Something unreadable is not ours: an older version, another program. */
    _read(key) {
        try {
            const { at, edits } = JSON.parse(browser.localStorage.getItem(key));
            return { at, edits: Array.isArray(edits) ? edits : [] };
        } catch {
            return { at: 0, edits: [] };
        }
    }
}
