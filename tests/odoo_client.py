"""An Odoo user without a browser: the requests that the web client sends."""

import requests

TIMEOUT = 120


class Refused(Exception):
    """The server said no: ``name`` of the exception and ``message`` for the user."""

    def __init__(self, data):
        super().__init__(f"{data['name']}: {data['message']}")
        self.name = data["name"].rsplit(".", 1)[-1]
        self.message = data["message"]


class OdooClient:
    """One session of one user.

    :param server: what the fixture ``demo_server`` gives
    """

    def __init__(self, server, login, password):
        self.url = server.url
        self.http = requests.Session()
        answer = self._jsonrpc(
            "/web/session/authenticate",
            {"db": server.database, "login": login, "password": password},
        )
        self.uid = answer["uid"]
        self.context = answer["user_context"]

    def tick(self, companies):
        """Put companies in use, as the company menu does: by cookie and by context."""
        self.http.cookies.pop("cids", None)
        self.http.cookies.set("cids", "-".join(map(str, companies)))
        self.context = {**self.context, "allowed_company_ids": list(companies)}

    def call(self, model, method, *args, **kwargs):
        """Call a method as the web client does; raise :class:`Refused`."""
        context = {**self.context, **kwargs.pop("context", {})}
        return self._jsonrpc(
            f"/web/dataset/call_kw/{model}/{method}",
            {
                "model": model,
                "method": method,
                "args": args,
                "kwargs": {**kwargs, "context": context},
            },
        )

    def search_read(self, model, domain, fields, **kwargs):
        """Return a list of dictionaries; many2one fields hold [id, name]."""
        return self.call(model, "search_read", domain, fields, **kwargs)

    def get(self, path):
        """Return the response of a page or file."""
        return self.http.get(self.url + path, timeout=TIMEOUT)

    def post(self, path, **data):
        """Send a form, with the token that the server asks for."""
        page = self.get("/odoo").text
        token = page.split('csrf_token: "', 1)[1].split('"', 1)[0]
        return self.http.post(
            self.url + path, data={**data, "csrf_token": token}, timeout=TIMEOUT
        )

    def _jsonrpc(self, path, params):
        answer = self.http.post(
            self.url + path,
            json={"jsonrpc": "2.0", "method": "call", "params": params},
            timeout=TIMEOUT,
        )
        assert answer.status_code == 200, (path, answer.status_code)
        body = answer.json()
        if "error" in body:
            raise Refused(body["error"]["data"])
        return body.get("result")
