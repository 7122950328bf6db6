// The way back in is to the same notice, in the same reading: they stand in the address, as no answer ever does.
document.querySelector('a').search = location.search;
