import { onMounted, onWillUnmount } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { isTransient } from "./grid_saver";

/** Messages that come together are answered together. */
const WAIT_MS = 100;
const RETRY_MS = 5000;

/** What is fetched again after the connection with the bus was away. */
const CONNECTED = ["BUS:CONNECT", "BUS:RECONNECT"];

/**
 * Follows what others change in one overview: a message of the bus says which lines, and
 * they are fetched with this user's own rights.
 */
export class GridLive {
    /**
     * @param {Object} options
     * @param {Object} options.model GridModel
     * @param {Object} options.saver GridSaver: its requests and ours take turns
     * @param {number} options.overviewId
     * @param {Object} options.bus bus_service
     */
    constructor({ model, saver, overviewId, bus }) {
        Object.assign(this, { model, saver, overviewId, bus });
        this.channel = `ict.overview_${overviewId}`;
        this.lines = new Set();
        this.isAll = false;
        this.isFetching = false;
        this.onMessage = ({ id, lines, origin }) => {
            if (id === overviewId && origin !== saver.origin) {
                this.collect(lines);
            }
        };
        this.onConnected = () => this.collect(false);
    }

    start() {
        this.bus.subscribe("ict.overview/changed", this.onMessage);
        CONNECTED.forEach((type) => this.bus.addEventListener(type, this.onConnected));
        this.bus.addChannel(this.channel);
    }

    stop() {
        this.isStopped = true;
        browser.clearTimeout(this.timer);
        this.bus.unsubscribe("ict.overview/changed", this.onMessage);
        CONNECTED.forEach((type) =>
            this.bus.removeEventListener(type, this.onConnected),
        );
        this.bus.deleteChannel(this.channel);
    }

    /** @param {number[]|false} lines that changed; false: all */
    collect(lines, delay = WAIT_MS) {
        this.isAll ||= lines === false;
        (lines || []).forEach((id) => this.lines.add(id));
        if (
            !this.isFetching &&
            !this.isStopped &&
            (!this.timer || delay < this.delay)
        ) {
            browser.clearTimeout(this.timer);
            this.delay = delay;
            this.timer = browser.setTimeout(() => this._fetch(), delay);
        }
    }

    async _fetch() {
        this.timer = null;
        this.isFetching = true;
        let failed = null;
        let delay = WAIT_MS;
        try {
            await this.saver.alone(async () => {
                const asked = this.isAll ? false : [...this.lines];
                this.isAll = false;
                this.lines.clear();
                failed = { asked };
                const changes = await this.saver.call("grid_changes", [asked]);
                failed = null;
                if (!this.isStopped && !this.model.receive(changes, asked)) {
                    this.isAll = true;
                }
            });
        } catch (error) {
            if (!failed) {
                throw error;
            }
            delay = isTransient(error) ? RETRY_MS : null;
        } finally {
            this.isFetching = false;
        }
        this._again(failed, delay);
    }

    /** What was not fetched, or came meanwhile; without `delay` at the next message. */
    _again(failed, delay) {
        if (failed) {
            this.isAll ||= failed.asked === false;
            (failed.asked || []).forEach((id) => this.lines.add(id));
        }
        if (delay !== null && (this.isAll || this.lines.size)) {
            this.collect([], delay);
        }
    }
}

/**
 * @param {() => Object|null} options gives the options of GridLive when the component
 *     is mounted; null when there is nothing to follow
 */
export function useGridLive(options) {
    let live = null;
    onMounted(() => {
        const given = options();
        live = given && new GridLive(given);
        live?.start();
    });
    onWillUnmount(() => live?.stop());
}
