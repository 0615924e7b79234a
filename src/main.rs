#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    let (n, set) = signal(0);
    leptos::task::spawn_local(async move {
        let t = gloo_net::http::Request::get("data/index.json").send().await.unwrap().text().await.unwrap();
        let v: serde_json::Value = serde_json::from_str(&t).unwrap();
        set.set(v.as_array().map_or(1, |a| a.len()));
    });
    mount_to_body(
        move || view! { <button on:click=move |_| set.update(|n| *n += 1)>"count " {n}</button><div inner_html=move || format!("<p>{}</p>", n.get())></div> },
    );
}
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
