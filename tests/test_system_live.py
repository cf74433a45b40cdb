"""Two people in one sheet, over a real websocket: one writes, the other hears of it."""

import json
import time

import pytest
import websocket

OWN, OTHER = "Technisch Instituut De Kaai", "Buitengewoon onderwijs De Vuurtoren"
SECONDS = 2
SILENCE_SECONDS = 1


class Listener:
    """The websocket of one user, as the web client opens it."""

    def __init__(self, client):
        cookies = client.http.cookies.get_dict()
        self.socket = websocket.create_connection(
            client.url.replace("http", "ws") + "/websocket",
            cookie="; ".join(f"{name}={value}" for name, value in cookies.items()),
            origin=client.url,
            timeout=SECONDS,
        )

    def subscribe(self, *channels):
        """Listen from now on."""
        self.socket.send(
            json.dumps(
                {
                    "event_name": "subscribe",
                    "data": {"channels": list(channels), "last": 0},
                }
            )
        )
        # Answered in order: the subscription is done when the next one was heard.
        self.heard(SILENCE_SECONDS)

    def heard(self, seconds):
        """Return the messages about overviews that arrive within these seconds."""
        messages, until = [], time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                messages += json.loads(self.socket.recv())
            except websocket.WebSocketTimeoutException:
                break
            if found := about_overviews(messages):
                return found
        return about_overviews(messages)

    def close(self):
        self.socket.close()


def about_overviews(messages):
    return [
        one["message"]["payload"]
        for one in messages
        if one["message"]["type"] == "ict.overview/changed"
    ]


@pytest.fixture
def listener(client):
    """Give ``listener(login)``: an open websocket of a demo user."""
    opened = []

    def listener_of(login):
        opened.append(Listener(client(login)))
        return opened[-1]

    yield listener_of
    for one in opened:
        one.close()


@pytest.fixture
def cell(client):
    """Give ``cell(school)``: one in a draft of it; afterwards all is as it was."""
    manager, given = client("wim"), []

    def cell_of(school):
        domain = [
            ("company_id.name", "=", school),
            ("state", "=", "draft"),
            ("hours", ">", 0),
        ]
        fields = ["overview_id", "line_id", "hours"]
        [found] = manager.search_read("ict.allocation", domain, fields, limit=1)
        given.append(found)
        return given[-1]

    yield cell_of
    for one in given:
        manager.call("ict.allocation", "write", [one["id"]], {"hours": one["hours"]})


def test_a_change_arrives(client, listener, cell):
    """With who may read the sheet, within two seconds, and with nobody else."""
    own, other = cell(OWN), cell(OTHER)
    channels = [f"ict.overview_{one['overview_id'][0]}" for one in (own, other)]
    coordinator, teacher = listener("pieter"), listener("lies")
    for one in (coordinator, teacher):
        # What is no channel at all may not close the connection either.
        one.subscribe(*channels, f"ict.overview_{2**40}", "ict.overview_x")

    def write(one):
        client("wim").call(
            "ict.allocation",
            "write",
            [one["id"]],
            {"hours": one["hours"] + 0.25},
            context={"ict_grid_origin": "tab-of-wim"},
        )

    write(other)
    assert coordinator.heard(SILENCE_SECONDS) == []
    write(own)
    assert coordinator.heard(SECONDS) == [
        {
            "id": own["overview_id"][0],
            "lines": [own["line_id"][0]],
            "origin": "tab-of-wim",
        }
    ]
    # A connection that was closed would raise.
    assert teacher.heard(SILENCE_SECONDS) == []
