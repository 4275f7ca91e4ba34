// What the pages do beyond links and forms. Without it, all of them work.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const day = (slide) => {
    const date = new Date(slide.dataset.first + "T00:00:00Z");
    date.setUTCDate(date.getUTCDate() + Number(slide.value));
    return date.toISOString().slice(0, 10);
  };

  // The slider writes its day into the field, and the field into the address.
  document.addEventListener("input", (event) => {
    const slide = event.target;
    if (slide.id !== "slide") return;
    const told = slide.value === slide.max ? "" : day(slide);
    document.getElementById("as_of").value = told;
    slide.setAttribute("aria-valuetext", told || day(slide));
  });
  let waiting; // a key held down moves it by many days; where it comes to rest counts
  document.addEventListener("change", (event) => {
    if (event.target.id === "slide") {
      clearTimeout(waiting);
      waiting = setTimeout((form) => form.requestSubmit(), 250, event.target.form);
    }
    else if (event.target.form?.matches("[data-auto]")) event.target.form.requestSubmit();
  });

  // Fields that were left empty do not go into the address.
  document.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });

  // A claim in the text and the same claim in the list light up together.
  const light = (event) => {
    const place = event.target.closest?.("[data-claim], [data-claims]");
    const number = place?.dataset.claim ?? place?.dataset.claims.split(" ").at(-1);
    document.querySelectorAll(".is-on").forEach((one) => one.classList.remove("is-on"));
    if (number) document.querySelectorAll(`[data-claims~="${Number(number)}"]`).forEach((one) => one.classList.add("is-on"));
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
})();
